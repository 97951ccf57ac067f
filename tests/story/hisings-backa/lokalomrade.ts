import { exactly, inWords, over } from '../figure.ts'
import type { StoryCommitment } from '../types.ts'
import { jointly, told } from './told.ts'

const housingCompanies = ['bostadsbolaget', 'poseidon', 'stena-fastigheter', 'familjebostader']

export const lokalområde: StoryCommitment[] = [
  {
    number: 11,
    title: 'Möt polis, ambulans och räddningstjänst (PAR)',
    wording: 'Ordna PAR, där invånare träffar polis, ambulans och räddningstjänst.',
    ...jointly,
    coActors: ['polisen', 'ambulansen', 'raddningstjansten'],
    objectives: ['lokalomrade'],
    areas: ['hisings-backa'],
    stage: 'completed',
    reports: told('PAR har genomförts i området. Där möts invånare, polis, ambulans och räddningstjänst.')
  },
  {
    number: 12,
    title: 'Polisen på fritidsgårdar, i skolor och på evenemang',
    wording:
      'Bygga relationer genom att besöka fritidsgårdar och skolor och vara med när något händer i området.',
    lead: 'polisen',
    objectives: ['lokalomrade'],
    areas: ['hisings-backa'],
    stage: 'completed',
    reports: told(
      'Polisen har byggt relationer genom att hälsa på i skolor och på fritidsgårdar och vara med när något händer i området, bland annat vid Trygghetsveckan, Poseidonvarvet och flera torgdagar.'
    )
  },
  {
    number: 13,
    title: 'Trygghetsvandringar',
    wording: 'Gå trygghetsvandringar i området.',
    ...jointly,
    objectives: ['lokalomrade'],
    areas: ['hisings-backa'],
    stage: 'completed',
    reports: told('Vi har gått trygghetsvandringar, och de är en del av att fler vuxna nu rör sig i området.')
  },
  {
    number: 14,
    title: 'Vuxenvandringar',
    wording: 'Gå vuxenvandringar i området.',
    ...jointly,
    objectives: ['lokalomrade'],
    areas: ['hisings-backa'],
    stage: 'completed',
    reports: told('Vi har gått vuxenvandringar, och de har bidragit till att fler vuxna är ute i området.')
  },
  {
    number: 15,
    title: 'Nattvandringar som återkommer',
    wording: 'Komma igång med regelbundna vandringar i området.',
    ...jointly,
    coActors: ['nattvandrarna', 'hisingsbacka-fc'],
    objectives: ['lokalomrade'],
    areas: ['hisings-backa'],
    stage: 'ongoing',
    reports: told(
      'Nattvandrarna och HisingsBacka FC har börjat bygga upp vandringar som ska gå regelbundet.',
      [],
      {
        degree: 'begun'
      }
    )
  },
  {
    number: 16,
    title: 'Bostadsbolagens aktiviteter för trygghet och trivsel',
    wording:
      'Ordna aktiviteter som gör bostadsområdena tryggare och trivsammare och ger de boende mer inflytande.',
    ...jointly,
    coActors: housingCompanies,
    objectives: ['lokalomrade'],
    areas: ['hisings-backa'],
    targetGroup: 'Boende',
    stage: 'completed',
    reports: told(
      'Bostadsbolaget, Poseidon, Stena Fastigheter och Familjebostäder har ordnat aktiviteter av olika slag tillsammans med flera andra, för tryggare och trivsammare områden där de boende är med och bestämmer.'
    )
  },
  {
    number: 17,
    title: 'Samhällsinformation varje vecka',
    wording: 'Möta invånare och sprida samhällsinformation i området.',
    lead: 'invanarguiderna',
    objectives: ['lokalomrade'],
    areas: ['hisings-backa'],
    targetGroup: 'Invånare',
    stage: 'completed',
    reports: told(
      'Invånarguiderna har varit ute med samhällsinformation varje vecka, och på de flesta av områdets aktiviteter och evenemang.'
    )
  },
  {
    number: 18,
    title: 'Knacka dörr mot våld i nära relation',
    wording: 'Göra extra satsningar mot våld i nära relation och informera boende genom dörrknackning.',
    ...jointly,
    coActors: [
      'socialforvaltningen-hisingen',
      'polisen',
      'storningsjouren',
      ...housingCompanies,
      'invanarguiderna'
    ],
    objectives: ['lokalomrade'],
    areas: ['hisings-backa'],
    targetGroup: 'Boende',
    stage: 'completed',
    reports: told(
      'Socialförvaltningen Hisingen, polisen, Störningsjouren och bostadsbolagen har gjort extra satsningar mot våld i nära relation. Vid tre tillfällen har de knackat dörr för att informera. De nådde över tusen hushåll och hade flera hundra samtal på plats. Invånarguiderna mötte också invånare och spred information.',
      [
        exactly(3, 'dörrknackningar', 'sum'),
        over(1000, 'hushåll som nåtts', 'highest'),
        inWords('flera hundra', 'spontana samtal')
      ]
    )
  },
  {
    number: 19,
    title: 'Föreläsningar om att förebygga brott',
    wording: 'Föreläsa om olika teman som hjälper till att förebygga brott.',
    ...jointly,
    coActors: ['polisen', 'socialforvaltningen-hisingen'],
    objectives: ['lokalomrade'],
    areas: ['hisings-backa'],
    stage: 'completed',
    reports: told(
      'Polisen och Socialförvaltningen Hisingen har hållit flera föreläsningar med olika teman.',
      [inWords('flera', 'föreläsningar om brottsförebyggande teman')]
    )
  },
  {
    number: 20,
    title: 'Föreläsningar om bedrägeribrott',
    wording: 'Föreläsa om bedrägerier.',
    ...jointly,
    coActors: ['polisen', 'socialforvaltningen-hisingen'],
    objectives: ['lokalomrade'],
    areas: ['hisings-backa'],
    stage: 'completed',
    reports: told('Ett flertal föreläsningar har handlat om bedrägerier.', [
      inWords('ett flertal', 'föreläsningar om bedrägeribrott')
    ])
  },
  {
    number: 21,
    title: 'Trapphusvärdar i Brunnsbo',
    wording: 'Införa trapphusvärdar i Brunnsbo.',
    ...jointly,
    coActors: ['bostadsbolaget', 'stena-fastigheter'],
    objectives: ['lokalomrade'],
    areas: ['brunnsbo'],
    stage: 'ongoing',
    reports: told('Bostadsbolaget och Stena Fastigheter har börjat införa trapphusvärdar.', [], {
      degree: 'begun'
    })
  },
  {
    number: 22,
    title: 'En bättre gemensam lägesbild',
    wording: 'Utveckla arbetet med lägesbilder så att otrygga platser upptäcks och uppmärksammas.',
    ...jointly,
    objectives: ['lokalomrade'],
    areas: ['hisings-backa'],
    stage: 'completed',
    reports: told(
      'Aktörerna har utvecklat arbetet med lägesbilder, för att bättre hitta otrygga platser. De har också gjort något åt platserna tillsammans, bland annat med fler vuxna på plats under en tid, kameror och en bättre fysisk miljö.'
    )
  },
  {
    number: 23,
    title: 'Fler vuxna på otrygga platser',
    wording: 'Under en tid ha fler vuxna på platser som lägesbilden visar är otrygga.',
    ...jointly,
    objectives: ['lokalomrade'],
    areas: ['hisings-backa'],
    stage: 'completed',
    reports: told('Fler vuxna har under en tid varit på plats där lägesbilden visade att det behövdes.')
  },
  {
    number: 24,
    title: 'Kameror på otrygga platser',
    wording: 'Sätta upp kameror där lägesbilden visar att det är otryggt.',
    lead: 'polisen',
    objectives: ['lokalomrade'],
    areas: ['hisings-backa'],
    stage: 'completed',
    reports: told('Polisen har satt upp kameror på otrygga platser.')
  },
  {
    number: 25,
    title: 'Tryggare fysisk miljö',
    wording: 'Förbättra den fysiska miljön på otrygga platser.',
    ...jointly,
    objectives: ['lokalomrade'],
    areas: ['hisings-backa'],
    stage: 'completed',
    reports: told('Fastighetsägare har förbättrat den fysiska miljön på otrygga platser.')
  }
]
