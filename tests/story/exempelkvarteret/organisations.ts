import type { StoryOrganisation } from '../types.ts'

export const inventedOrganisations: StoryOrganisation[] = [
  {
    slug: 'exempelstadens-socialforvaltning',
    name: 'Exempelstadens socialförvaltning',
    kind: 'municipal_department',
    contact: { function: 'Samordnare för Exempelkvarteret', mail: 'samordnare@exempelstaden.example' }
  },
  { slug: 'exempelpolisen', name: 'Exempelpolisen', kind: 'police' },
  { slug: 'exempelbostader', name: 'Exempelbostäder', kind: 'housing_company' },
  { slug: 'pahittade-fastigheter', name: 'Påhittade Fastigheter', kind: 'housing_company' },
  { slug: 'exempelskolan', name: 'Exempelskolan', kind: 'school' },
  {
    slug: 'exempelbiblioteket',
    name: 'Exempelbiblioteket',
    kind: 'municipal_unit'
  },
  {
    slug: 'fritidsgarden-exemplet',
    name: 'Fritidsgården Exemplet',
    kind: 'municipal_unit',
    parent: 'exempelstadens-socialforvaltning'
  },
  { slug: 'exempelkvarterets-if', name: 'Exempelkvarterets IF', kind: 'association' },
  { slug: 'exempelgrannarna', name: 'Exempelgrannarna', kind: 'residents_group' },
  { slug: 'exempelforsamlingen', name: 'Exempelförsamlingen', kind: 'congregation' },
  { slug: 'exempelhandlarna', name: 'Exempelhandlarna', kind: 'business' },
  { slug: 'familjecentralen-exemplet', name: 'Familjecentralen Exemplet', kind: 'region' }
]
