import { exactly, inWords, onAverage, over } from '../figure.ts'
import type { StoryCommitment } from '../types.ts'
import { jointly, told } from './told.ts'

const parents = 'Föräldrar och andra viktiga vuxna'

export const familj: StoryCommitment[] = [
  {
    number: 34,
    title: 'Kunskap om digital rekrytering till kriminella nätverk',
    wording: 'Ge vuxna kunskap om hur kriminella nätverk rekryterar på nätet.',
    ...jointly,
    objectives: ['familj'],
    areas: ['hisings-backa'],
    targetGroup: parents,
    stage: 'completed',
    reports: told('Vuxna i området har fått lära sig hur nätverken värvar unga digitalt.')
  },
  {
    number: 35,
    title: 'Föreläsningar som stärker föräldrar',
    wording: 'Erbjuda föreläsningar som stärker föräldraförmågan.',
    ...jointly,
    objectives: ['familj'],
    areas: ['hisings-backa'],
    targetGroup: parents,
    stage: 'completed',
    reports: told('Föräldrar och andra vuxna har erbjudits föreläsningar som stöd i föräldraskapet.')
  },
  {
    number: 36,
    title: 'Föreläsningar där föräldrarna redan är',
    wording: 'Utveckla föreläsningarnas innehåll och hålla dem på fler ställen.',
    ...jointly,
    objectives: ['familj'],
    areas: ['hisings-backa'],
    targetGroup: parents,
    stage: 'completed',
    reports: told(
      'Både innehåll och platser har utvecklats under åren. Föreläsningar har hållits på skolornas föräldramöten, på mötesplatser och i föreningar.'
    )
  },
  {
    number: 37,
    title: 'Upptäcka tidiga tecken på kriminalitet och rekrytering',
    wording: 'Lära vuxna att märka när ett barn är på väg in i kriminalitet eller håller på att värvas.',
    ...jointly,
    objectives: ['familj'],
    areas: ['hisings-backa'],
    targetGroup: 'Yrkesverksamma, vårdnadshavare och andra viktiga vuxna',
    stage: 'completed',
    reports: told(
      'Yrkesverksamma, vårdnadshavare och andra viktiga vuxna har vid ett flertal tillfällen fått föreläsningar om tecken att vara uppmärksam på.',
      [inWords('ett flertal', 'föreläsningstillfällen om tecken på kriminalitet')]
    )
  },
  {
    number: 38,
    title: 'Gängsnacket på mellanstadiet',
    wording: 'Hålla föreläsningen Gängsnacket för barn.',
    ...jointly,
    objectives: ['familj'],
    areas: ['hisings-backa'],
    targetGroup: 'Barn på mellanstadiet',
    stage: 'completed',
    reports: told('Gängsnacket har hållits för 14 klasser på mellanstadiet.', [
      exactly(14, 'mellanstadieklasser', 'sum')
    ])
  },
  {
    number: 39,
    title: 'Språkförberedande kurser på Öppna förskolan',
    wording: 'Hålla språkförberedande kurser.',
    lead: 'oppna-forskolan',
    objectives: ['familj'],
    areas: ['hisings-backa'],
    stage: 'completed',
    reports: told('Öppna förskolan har haft kurser som förbereder språket.')
  },
  {
    number: 40,
    title: 'Tematräffar på Öppna förskolan',
    wording: 'Bjuda in vårdnadshavare till träffar med olika teman.',
    lead: 'oppna-forskolan',
    objectives: ['familj'],
    areas: ['hisings-backa'],
    targetGroup: 'Vårdnadshavare',
    stage: 'completed',
    reports: told('Vårdnadshavare har bjudits in till träffar om olika teman.')
  },
  {
    number: 41,
    title: 'Öppet hus på fritidsgården i Brunnsbo',
    wording: 'Öppna fritidsgården för besök.',
    lead: 'fritidsgarden-i-brunnsbo',
    objectives: ['familj'],
    areas: ['brunnsbo'],
    stage: 'completed',
    reports: told('Fritidsgården har haft ett öppet hus.', [exactly(1, 'öppet hus', 'sum')])
  },
  {
    number: 42,
    title: 'Öppen familjeverksamhet i Backa Röd',
    wording: 'Ha öppet fler timmar, med fler aktiviteter för familjer i Backa Röd.',
    lead: 'poseidon',
    objectives: ['familj'],
    areas: ['backa-rod'],
    targetGroup: 'Familjer',
    stage: 'completed',
    reports: told('Familjeverksamheten har fått fler timmar och fler aktiviteter.')
  },
  {
    number: 43,
    title: 'Mamma Uniteds basprogram',
    wording: 'Genomföra basprogram där mammor träffas varje vecka i 12 veckor.',
    lead: 'mamma-united',
    coActors: [
      'socialforvaltningen-hisingen',
      'bostadsbolaget',
      'familjebostader',
      'poseidon',
      'stena-fastigheter'
    ],
    objectives: ['familj'],
    areas: ['hisings-backa'],
    targetGroup: 'Mammor',
    stage: 'completed',
    reports: told(
      'Fyra program har genomförts, vart och ett med en träff i veckan i 12 veckor. Till träffarna kom gäster från viktiga delar av samhället, som polis, socialtjänst, kvinnojour, budget- och skuldrådgivning samt studie- och arbetsrådgivning. 48 mammor gick hela programmet och 76 var med minst två gånger.',
      [
        exactly(4, 'genomförda basprogram', 'sum'),
        exactly(12, 'veckor per basprogram', 'latest'),
        exactly(48, 'mammor som fullföljt basprogrammet', 'highest'),
        exactly(76, 'mammor som deltagit vid minst två träffar', 'highest')
      ]
    )
  },
  {
    number: 44,
    title: 'Mamma United Trygg',
    wording: 'Låta kvinnor i arbetsträning dela ut mellanmål och vara trygga vuxna för barnen.',
    lead: 'mamma-united',
    objectives: ['familj'],
    areas: ['hisings-backa'],
    targetGroup: 'Barn i området och kvinnor som arbetstränar',
    stage: 'completed',
    reports: told(
      'Åtta kvinnor deltog. De delade ut över 4 300 mellanmål vid 132 tillfällen.',
      [
        exactly(8, 'kvinnor i Mamma United Trygg', 'highest'),
        over(4300, 'utdelade mellanmål', 'sum'),
        exactly(132, 'tillfällen med mellanmål', 'sum')
      ],
      {
        contributed:
          'Barnen blir mätta, får fler vuxna att prata med och ett tryggare bostadsområde. Kvinnorna har tränat på arbete och språk, fått erfarenhet och kontakter och blivit säkrare på sig själva.'
      }
    )
  },
  {
    number: 45,
    title: 'Mamma United Community',
    wording: 'Låta mammor fortsätta träffas i Mamma United Community.',
    lead: 'mamma-united',
    objectives: ['familj'],
    areas: ['hisings-backa'],
    targetGroup: 'Mammor',
    period: { from: '2025-01-01', to: '2025-12-31', precision: 'year' },
    stage: 'completed',
    reports: told('I snitt 11 mammor har fortsatt att träffas en gång i månaden under 2025.', [
      onAverage(11, 'mammor per träff i Community', 'never'),
      exactly(1, 'träff i månaden', 'latest')
    ])
  }
]
