import { inventedOrganisations } from './exempelkvarteret/organisations.ts'
import type { StoryOrganisation } from './types.ts'

/** Every actor that the sources name, spelled as they spell themselves. */
export const organisations: StoryOrganisation[] = [
  {
    slug: 'stadsdelsforvaltningen-norra-hisingen',
    name: 'Stadsdelsförvaltningen Norra Hisingen',
    kind: 'municipal_department',
    period: { from: null, to: '2020-12-31', precision: 'year' },
    successor: 'socialforvaltningen-hisingen'
  },
  {
    slug: 'socialforvaltningen-hisingen',
    name: 'Socialförvaltningen Hisingen',
    kind: 'municipal_department',
    contact: { function: 'Samordnare för medborgarlöftet', mail: 'medborgarloftet@hisings-backa.example' }
  },
  {
    slug: 'socialforvaltningen-centrum',
    name: 'Socialförvaltningen Centrum',
    kind: 'municipal_department'
  },
  { slug: 'narhalsan', name: 'Närhälsan', kind: 'region' },
  { slug: 'polisen', name: 'Polisen', kind: 'police' },
  { slug: 'raddningstjansten', name: 'Räddningstjänsten', kind: 'other' },
  { slug: 'ambulansen', name: 'Ambulansen', kind: 'other' },
  {
    slug: 'ellen-keyskolan',
    name: 'Ellen Keyskolan',
    kind: 'school',
    aliases: ['Ellen Key skolan', 'Ellen Key-skolan']
  },
  { slug: 'brunnsboskolan', name: 'Brunnsboskolan', kind: 'school' },
  { slug: 'skalltorpsskolan', name: 'Skälltorpsskolan', kind: 'school', aliases: ['Skälltorpskolan'] },
  { slug: 'backaskolan', name: 'Backaskolan', kind: 'school' },
  { slug: 'skol-if-skalltorpsskolan', name: 'Skol-IF på Skälltorpsskolan', kind: 'association' },
  { slug: 'oppna-forskolan', name: 'Öppna förskolan', kind: 'municipal_unit' },
  {
    slug: 'backa-bibliotek',
    name: 'Backa bibliotek',
    kind: 'municipal_unit',
    aliases: ['Backa biblioteket']
  },
  { slug: 'fritid', name: 'Fritid', kind: 'municipal_unit' },
  { slug: 'fritidsgarden-i-brunnsbo', name: 'Fritidsgården i Brunnsbo', kind: 'municipal_unit' },
  { slug: 'invanarguiderna', name: 'Invånarguiderna', kind: 'other', aliases: ['Invånarguider'] },
  { slug: 'storningsjouren', name: 'Störningsjouren', kind: 'other' },
  { slug: 'bostadsbolaget', name: 'Bostadsbolaget', kind: 'housing_company' },
  { slug: 'familjebostader', name: 'Familjebostäder', kind: 'housing_company' },
  { slug: 'poseidon', name: 'Poseidon', kind: 'housing_company' },
  {
    slug: 'stena-fastigheter',
    name: 'Stena Fastigheter',
    kind: 'housing_company',
    aliases: ['Stena fastigheter']
  },
  { slug: 'goteborgslokaler', name: 'GöteborgsLokaler', kind: 'business' },
  {
    slug: 'vastsvenska-handelskammaren',
    name: 'Västsvenska Handelskammaren',
    kind: 'association',
    aliases: ['Västsvenska handelskammaren']
  },
  { slug: 'universeum', name: 'Universeum', kind: 'other' },
  { slug: 'nextar', name: 'Nextar', kind: 'other' },
  { slug: 'made-in-backa', name: 'Made in Backa', kind: 'other' },
  { slug: 'lights-on', name: 'Lights on', kind: 'other' },
  { slug: 'mamma-united', name: 'Mamma United', kind: 'association' },
  { slug: 'nattvandrarna', name: 'Nattvandrarna', kind: 'association', aliases: ['Nattvandrarerna'] },
  {
    slug: 'house-of-possibilities',
    name: 'House of Possibilities',
    kind: 'association',
    aliases: ['House of Possibiltas']
  },
  {
    slug: 'hisingsbacka-fc',
    name: 'HisingsBacka FC',
    kind: 'association',
    aliases: ['Hisings Backa FC']
  },
  { slug: 'backatorp-if', name: 'Backatorp IF', kind: 'association' },
  { slug: 'backa-hk', name: 'Backa HK', kind: 'association' },
  { slug: 'backa-sharks', name: 'Backa Sharks', kind: 'association' },
  ...inventedOrganisations
]
