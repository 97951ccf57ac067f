import { about, exactly } from '../figure.ts'
import type { StoryCommitment } from '../types.ts'
import { jointly, told } from './told.ts'

export const skola: StoryCommitment[] = [
  {
    number: 1,
    title: 'Läsning och skrivande i Backa',
    wording: 'Skapa tillfällen som får fler att läsa och skriva i Backa.',
    ...jointly,
    coActors: ['made-in-backa', 'backa-bibliotek'],
    objectives: ['skola'],
    areas: ['hisings-backa'],
    stage: 'completed',
    reports: told(
      'Aktörerna har ordnat insatser för läsning och skrivande, bland annat genom Made in Backa och Backa bibliotek.'
    )
  },
  {
    number: 2,
    title: 'Sommarlovsbok på Ellen Keyskolan',
    wording: 'Ge elever i årskurs 1 och 3 på Ellen Keyskolan en sommarlovsbok.',
    ...jointly,
    coActors: ['ellen-keyskolan'],
    objectives: ['skola'],
    areas: ['hisings-backa'],
    targetGroup: 'Elever i årskurs 1 och 3',
    stage: 'completed',
    reports: told('Årskurs 1 och årskurs 3 på Ellen Keyskolan har fått sommarlovsböcker.')
  },
  {
    number: 3,
    title: 'Frukost på Ellen Keyskolan',
    wording: 'Bjuda mellanstadieelever på Ellen Keyskolan på frukost under hösten 2025.',
    ...jointly,
    coActors: ['vastsvenska-handelskammaren', 'ellen-keyskolan'],
    objectives: ['skola'],
    areas: ['hisings-backa'],
    targetGroup: 'Elever på mellanstadiet',
    period: { from: '2025-09-01', to: '2025-11-30', precision: 'season' },
    stage: 'completed',
    reports: told(
      'Mellanstadieeleverna har kunnat äta frukost i skolan tre dagar i veckan under hösten 2025. Omkring tusen frukostar har delats ut.',
      [about(1000, 'utdelade frukostar', 'sum'), exactly(3, 'frukostdagar i veckan', 'latest')]
    )
  },
  {
    number: 4,
    title: 'Gruppraktik för elever på Brunnsboskolan',
    wording: 'Ta emot elever från Brunnsboskolan på praktik i grupp.',
    ...jointly,
    coActors: ['bostadsbolaget', 'stena-fastigheter', 'brunnsboskolan'],
    objectives: ['skola'],
    areas: ['brunnsbo'],
    targetGroup: 'Elever på Brunnsboskolan',
    stage: 'completed',
    reports: told(
      'Bostadsbolaget och Stena Fastigheter har tagit emot elever från Brunnsboskolan på gruppraktik.'
    )
  },
  {
    number: 5,
    title: 'Mentorer genom Nextar',
    wording: 'Erbjuda elever på Brunnsboskolan plats i Nextars mentorsprogram.',
    lead: 'nextar',
    coActors: ['brunnsboskolan'],
    objectives: ['skola'],
    areas: ['brunnsbo'],
    targetGroup: 'Elever på Brunnsboskolan',
    stage: 'completed',
    reports: told('Fem elever har erbjudits en plats i Nextars mentorsprogram.', [
      exactly(5, 'elever som erbjudits mentorsplats', 'highest')
    ])
  },
  {
    number: 6,
    title: 'Pluggjobb på Skälltorpsskolan',
    wording: 'Låta ungdomar plugga som feriejobb på Skälltorpsskolan.',
    lead: 'familjebostader',
    coActors: ['skalltorpsskolan'],
    objectives: ['skola'],
    areas: ['skalltorp'],
    targetGroup: 'Skolungdomar',
    stage: 'completed',
    reports: told('Pluggjobb finns nu som en annan sorts feriearbete för skolungdomar.', [], {
      contributed: 'Resultaten har varit goda.'
    })
  },
  {
    number: 7,
    title: 'Volontärer i skolan',
    wording: 'Få in volontärer på Ellen Keyskolan och Brunnsboskolan.',
    ...jointly,
    coActors: [
      'socialforvaltningen-centrum',
      'socialforvaltningen-hisingen',
      'polisen',
      'ellen-keyskolan',
      'brunnsboskolan'
    ],
    objectives: ['skola'],
    areas: ['brunnsbo', 'hisings-backa'],
    stage: 'completed',
    reports: told(
      'Ellen Keyskolan och Brunnsboskolan har fått sju volontärer. Socialförvaltningarna Centrum och Hisingen ordnade det tillsammans med polisen.',
      [exactly(7, 'volontärer i skolan', 'highest')]
    )
  },
  {
    number: 8,
    title: 'Skol-IF på Skälltorpsskolan',
    wording: 'Ge eleverna på Skälltorpsskolan en väg in i idrotten genom Skol-IF.',
    ...jointly,
    coActors: ['skalltorpsskolan', 'skol-if-skalltorpsskolan'],
    objectives: ['skola'],
    areas: ['skalltorp'],
    targetGroup: 'Elever på Skälltorpsskolan',
    stage: 'completed',
    reports: told('Skälltorpsskolan har fått en Skol-IF.', [], {
      contributed: 'Eleverna har fått en väg in i idrotten.'
    })
  },
  {
    number: 9,
    title: 'Skoljoggar för tre skolor',
    wording: 'Ordna gemensamma skoljoggar för Backaskolan, Ellen Keyskolan och Skälltorpsskolan.',
    ...jointly,
    coActors: ['backaskolan', 'ellen-keyskolan', 'skalltorpsskolan', 'skol-if-skalltorpsskolan'],
    objectives: ['skola'],
    areas: ['backa', 'skalltorp', 'hisings-backa'],
    targetGroup: 'Elever på de tre skolorna',
    stage: 'completed',
    reports: told(
      'Backaskolan, Ellen Keyskolan och Skälltorpsskolan har haft två skoljoggar ihop. De kom till genom Skälltorpsskolans Skol-IF.',
      [exactly(2, 'gemensamma skoljoggar', 'sum')]
    )
  },
  {
    number: 10,
    title: 'Science club för familjer på Universeum',
    wording: 'Låta familjer upptäcka naturvetenskap tillsammans på Universeum.',
    ...jointly,
    coActors: ['vastsvenska-handelskammaren', 'mamma-united', 'brunnsboskolan', 'lights-on', 'universeum'],
    objectives: ['skola'],
    areas: ['hisings-backa'],
    targetGroup: 'Familjer',
    stage: 'completed',
    reports: told(
      'I Universeums Science club familj har 25 familjer lekt, experimenterat och utforskat naturvetenskap. Varje familj fick också årskort till Universeum.',
      [exactly(25, 'familjer på Science club', 'highest')]
    )
  }
]
