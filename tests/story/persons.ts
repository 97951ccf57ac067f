import type { StoryPerson } from './types.ts'

const representative = (ref: string, name: string, mail: string, organisation: string): StoryPerson => ({
  ref,
  name,
  mail,
  organisations: [organisation],
  grants: [{ role: 'representative', scope: 'organisation', of: organisation }]
})

/** Roles, never persons. */
export const persons: StoryPerson[] = [
  {
    ref: 'administrator',
    name: 'Administratör',
    mail: 'administrator@kvarter.example',
    organisations: [],
    grants: [{ role: 'administrator', scope: 'installation' }]
  },
  {
    ref: 'coordinator',
    name: 'Samordnare, Hisings Backa',
    mail: 'samordnare@hisings-backa.example',
    position: 'Samordnare för medborgarlöftet',
    organisations: ['socialforvaltningen-hisingen'],
    grants: [
      { role: 'coordinator', scope: 'collaboration', of: 'hisings-backa-2024-2025' },
      { role: 'coordinator', scope: 'collaboration', of: 'hisings-backa-2026-2028' }
    ]
  },
  {
    ref: 'example-coordinator',
    name: 'Samordnare, Exempelkvarteret',
    mail: 'samordnare@exempelstaden.example',
    position: 'Samordnare för Exempelkvarteret',
    organisations: ['exempelstadens-socialforvaltning'],
    grants: [
      { role: 'coordinator', scope: 'collaboration', of: 'exempelkvarteret' },
      { role: 'coordinator', scope: 'collaboration', of: 'exempelkvarteret-2028-2029' }
    ]
  },
  {
    ref: 'reader',
    name: 'Förtroendevald',
    mail: 'fortroendevald@kvarter.example',
    position: 'Ledamot i nämnden',
    organisations: [],
    grants: [
      { role: 'reader', scope: 'area', of: 'hisings-backa' },
      { role: 'reader', scope: 'collaboration', of: 'exempelkvarteret' }
    ]
  },
  representative(
    'bostadsbolaget',
    'Företrädare, Bostadsbolaget',
    'foretradare@bostadsbolaget.example',
    'bostadsbolaget'
  ),
  representative('polisen', 'Företrädare, Polisen', 'foretradare@polisen.example', 'polisen'),
  representative(
    'mamma-united',
    'Företrädare, Mamma United',
    'foretradare@mamma-united.example',
    'mamma-united'
  ),
  representative(
    'exempelbostader',
    'Företrädare, Exempelbostäder',
    'foretradare@exempelbostader.example',
    'exempelbostader'
  ),
  representative(
    'exempelskolan',
    'Företrädare, Exempelskolan',
    'foretradare@exempelskolan.example',
    'exempelskolan'
  ),
  representative(
    'fritidsgarden-exemplet',
    'Företrädare, Fritidsgården Exemplet',
    'foretradare@fritidsgarden-exemplet.example',
    'fritidsgarden-exemplet'
  )
]
