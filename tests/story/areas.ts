import backa from './areas/backa.json' with { type: 'json' }
import brunnsbo from './areas/brunnsbo.json' with { type: 'json' }
import goteborg from './areas/goteborg.json' with { type: 'json' }
import skalltorp from './areas/skalltorp.json' with { type: 'json' }
import { invented } from './exempelkvarteret/areas.ts'
import type { StoryArea } from './types.ts'

const within = (slug: string) => ({ slug, division: 'administrative' })
const primaryArea = (code: string) => [{ division: 'primary_area', version: '2021', code }]

export const areas: StoryArea[] = [
  {
    slug: 'goteborg',
    name: 'Göteborg',
    kind: 'municipality',
    parents: [],
    codes: [{ division: 'municipality', version: 'SCB', code: '1480' }],
    boundary: { type: 'MultiPolygon', coordinates: goteborg.coordinates }
  },
  { slug: 'hisingen', name: 'Hisingen', kind: 'district', parents: [within('goteborg')] },
  {
    slug: 'norra-hisingen',
    name: 'Norra Hisingen',
    kind: 'district',
    parents: [within('goteborg')],
    period: { from: null, to: '2020-12-31', precision: 'year' },
    successor: 'hisingen'
  },
  {
    slug: 'hisings-backa',
    name: 'Hisings Backa',
    kind: 'neighbourhood',
    // Once in the district of Norra Hisingen, now in Hisingen: a tree of its time for each.
    parents: [within('hisingen'), { slug: 'norra-hisingen', division: 'city_district_board' }],
    aliases: ['Mellanområde Hisings Backa'],
    boundary: {
      type: 'MultiPolygon',
      coordinates: [...brunnsbo.coordinates, ...backa.coordinates, ...skalltorp.coordinates]
    },
    classifications: [
      {
        by: 'Polisen',
        scheme: 'Polisens lista över utsatta områden',
        level: 'utsatt område',
        period: { from: null, to: null, precision: 'year' },
        aimToLeave: true,
        source: 'Uppföljning medborgarlöfte Hisings Backa 2024–2025'
      }
    ]
  },
  {
    slug: 'brunnsbo',
    name: 'Brunnsbo',
    kind: 'neighbourhood',
    parents: [within('hisings-backa')],
    codes: primaryArea('410'),
    boundary: { type: 'MultiPolygon', coordinates: brunnsbo.coordinates }
  },
  {
    slug: 'backa',
    name: 'Backa',
    kind: 'neighbourhood',
    parents: [within('hisings-backa')],
    codes: primaryArea('412'),
    boundary: { type: 'MultiPolygon', coordinates: backa.coordinates }
  },
  {
    slug: 'skalltorp',
    name: 'Skälltorp',
    kind: 'neighbourhood',
    parents: [within('hisings-backa')],
    codes: primaryArea('413'),
    boundary: { type: 'MultiPolygon', coordinates: skalltorp.coordinates }
  },
  // The source places Backa Röd in Hisings Backa but not in one of its three primary areas.
  { slug: 'backa-rod', name: 'Backa Röd', kind: 'place', parents: [within('hisings-backa')] },
  ...invented
]
