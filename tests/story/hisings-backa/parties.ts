import type { StoryCollaboration } from '../types.ts'

const makers = ['socialforvaltningen-hisingen', 'polisen']

/** Named in the follow-up, which doesn't say who of them are among the 27 parties. */
const named = [
  'ambulansen',
  'backa-bibliotek',
  'backa-hk',
  'backa-sharks',
  'backaskolan',
  'backatorp-if',
  'bostadsbolaget',
  'brunnsboskolan',
  'ellen-keyskolan',
  'familjebostader',
  'fritid',
  'fritidsgarden-i-brunnsbo',
  'goteborgslokaler',
  'hisingsbacka-fc',
  'house-of-possibilities',
  'invanarguiderna',
  'lights-on',
  'made-in-backa',
  'mamma-united',
  'nattvandrarna',
  'nextar',
  'oppna-forskolan',
  'poseidon',
  'raddningstjansten',
  'skalltorpsskolan',
  'skol-if-skalltorpsskolan',
  'socialforvaltningen-centrum',
  'stena-fastigheter',
  'storningsjouren',
  'universeum',
  'vastsvenska-handelskammaren'
]

export const parties: StoryCollaboration['parties'] = [
  ...makers.map((organisation) => ({ organisation, role: 'maker' as const })),
  ...named.map((organisation) => ({ organisation, role: 'participant' as const }))
]

const answering = {
  'socialforvaltningen-hisingen': 'Socialförvaltningen Hisingen',
  polisen: 'Polisen',
  familjebostader: 'Familjebostäder',
  nextar: 'Nextar',
  invanarguiderna: 'Invånarguiderna',
  fritid: 'Fritid',
  'lights-on': 'Lights on',
  poseidon: 'Poseidon',
  'oppna-forskolan': 'Öppna förskolan',
  'fritidsgarden-i-brunnsbo': 'Fritidsgården i Brunnsbo',
  'mamma-united': 'Mamma United'
}

export const responders = Object.entries(answering).map(([organisation, name]) => ({
  organisation,
  name: `Kontakt för medborgarlöftet, ${name}`,
  mail: `kontakt@${organisation}.example`
}))
