import type { Qualifier } from '../types.ts'

/** What the follow-up of Hisings Backa tells, in its order: facts to be found, never its sentences. */
type Fact = RegExp
export type Told = {
  of: string
  facts: Fact[]
  with?: string[]
  figures?: [Qualifier, number | string, string][]
}
type FocusArea = { title: string; why: Fact[]; aims: Fact[]; deeds: Told[] }

export const introduction: Fact[] = [
  /27 februari 2024.*31 december 2025/,
  /Socialförvaltningen Hisingen och Polisen tog fram/,
  /27 parter/,
  /över hundra dellöften/,
  /tryggare Hisings Backa/,
  /skola, lokalområde, fritid och familj/,
  /omkring 90 dellöften har genomförts, i olika grad/,
  /urval/
]
export const promise: Fact[] = [
  /Polisen klassar mellanområdet Hisings Backa som ett utsatt område/,
  /rekryteras till kriminella gäng/,
  /på sikt.*bort från listan/,
  /otrygghet/,
  /tidigt/,
  /innebär risk/,
  /skyddar/,
  /familj, fritid, skola och lokalområde/,
  /nya gemensamma insatser/,
  /Trygg i-arbetet/,
  /minskar brotten/
]

export const focusAreas: FocusArea[] = [
  {
    title: 'Skola',
    why: [/skyddar/, /klara skolan/, /vuxenlivet/, /drömmar/],
    aims: [/vuxna förebilder/, /studiebesök, praktik och feriearbete/, /prova idrotter/],
    deeds: [
      { of: 'Läsning', facts: [/läsning och skrivande/, /Made in Backa/, /Backa bibliotek/] },
      { of: 'Sommarlovsbok', facts: [/[Åå]rskurs 1 och årskurs 3/, /Ellen Keyskolan/] },
      {
        of: 'Frukost',
        facts: [/tre dagar i veckan/, /hösten/, /Omkring tusen/, /[Mm]ellanstadie/],
        with: ['Västsvenska Handelskammaren'],
        figures: [
          ['about', 1000, 'frukostar'],
          ['exactly', 3, 'dagar i veckan']
        ]
      },
      { of: 'Gruppraktik', facts: [/Bostadsbolaget och Stena Fastigheter/, /Brunnsboskolan/] },
      { of: 'Nextar', facts: [/Fem elever/, /mentor/], figures: [['exactly', 5, 'mentor']] },
      { of: 'Pluggjobb', facts: [/feriearbete/, /goda/], with: ['Familjebostäder', 'Skälltorpsskolan'] },
      {
        of: 'Volontärer',
        facts: [/sju volontärer/, /Socialförvaltningarna Centrum och Hisingen.*polisen/],
        with: ['Socialförvaltningen Centrum', 'Ellen Keyskolan', 'Brunnsboskolan'],
        figures: [['exactly', 7, 'volontärer']]
      },
      { of: 'Skol-IF', facts: [/idrott/], with: ['Skälltorpsskolan'] },
      {
        of: 'Skoljoggar',
        facts: [/två skoljoggar/],
        with: ['Backaskolan', 'Ellen Keyskolan', 'Skälltorpsskolan'],
        figures: [['exactly', 2, 'skoljoggar']]
      },
      {
        of: 'Science club',
        facts: [
          /25 familjer/,
          /naturvetenskap/,
          /lekt, experimenterat/,
          /[Vv]arje familj.*årskort till Universeum/
        ],
        with: ['Västsvenska Handelskammaren', 'Mamma United', 'Brunnsboskolan', 'Lights on'],
        figures: [['exactly', 25, 'familjer']]
      }
    ]
  },
  {
    title: 'Lokalområde',
    why: [/kriminalitet/, /tryggt och fritt/, /odemokratiska/, /trivas, bidra/],
    aims: [
      /tillhörighet, tillit och gemenskap/,
      /Trygga trappan, Broken Windows och grannsamverkan/,
      /[Ff]ler vuxna/,
      /[Tt]ystnadskulturen/
    ],
    deeds: [
      { of: 'PAR', facts: [/polis, ambulans och räddningstjänst/] },
      {
        of: 'Polisen på',
        facts: [/skolor/, /fritidsgårdar/, /Trygghetsveckan, Poseidonvarvet och flera torgdagar/]
      },
      { of: 'Trygghetsvandringar', facts: [/fler vuxna/] },
      { of: 'Vuxenvandringar', facts: [/fler vuxna/] },
      { of: 'Nattvandringar', facts: [/Nattvandrarna och HisingsBacka FC har börjat/, /regelbundet/] },
      {
        of: 'Bostadsbolagens aktiviteter',
        facts: [/tillsammans med flera andra/, /tryggare och trivsammare/],
        with: ['Bostadsbolaget', 'Poseidon', 'Stena Fastigheter', 'Familjebostäder']
      },
      { of: 'Samhällsinformation', facts: [/Invånarguiderna/, /varje vecka/, /de flesta/] },
      {
        of: 'Knacka dörr',
        facts: [
          /extra satsningar/,
          /våld i nära relation/,
          /tre tillfällen/,
          /över tusen hushåll/,
          /flera hundra samtal/,
          /Invånarguiderna/
        ],
        with: ['Socialförvaltningen Hisingen', 'Polisen', 'Störningsjouren', 'Bostadsbolaget'],
        figures: [
          ['exactly', 3, 'dörrknackningar'],
          ['over', 1000, 'hushåll'],
          ['words', 'flera hundra', 'samtal']
        ]
      },
      {
        of: 'Föreläsningar om att förebygga brott',
        facts: [/flera föreläsningar/],
        with: ['Polisen', 'Socialförvaltningen Hisingen'],
        figures: [['words', 'flera', 'föreläsningar']]
      },
      {
        of: 'Föreläsningar om bedrägeribrott',
        facts: [/flertal föreläsningar/, /bedrägerier/],
        figures: [['words', 'ett flertal', 'bedrägeribrott']]
      },
      { of: 'Trapphusvärdar', facts: [/Bostadsbolaget och Stena Fastigheter har börjat/] },
      { of: 'lägesbild', facts: [/otrygga platser/] },
      { of: 'Fler vuxna på otrygga platser', facts: [/under en tid/] },
      { of: 'Kameror', facts: [/Polisen har satt upp kameror/] },
      { of: 'fysisk miljö', facts: [/Fastighetsägare/] }
    ]
  },
  {
    title: 'Fritid',
    why: [
      /idrott, kultur eller något annat/,
      /egna villkor/,
      /trygga mötesplatser/,
      /goda förebilder/,
      /livet/
    ],
    aims: [
      /låga trösklar.*föreningslivet/,
      /prova på.*gratis/,
      /bostadsområdena/,
      /ledarskap, demokrati och värdegrund/,
      /[Ff]amiljer och vuxna/,
      /inflytande/
    ],
    deeds: [
      {
        of: 'på loven',
        facts: [/bostadsbolag och flera andra aktörer/],
        with: ['Socialförvaltningen Hisingen']
      },
      { of: 'Sommar i Backa', facts: [/nio veckor/], figures: [['exactly', 9, 'veckor']] },
      { of: 'på rasterna', facts: [/skolorna/, /rasterna/], with: ['Fritid'] },
      {
        of: 'Fotbollsgrupper',
        facts: [/[Kk]illar och tjejer/, /två skolor/],
        figures: [['exactly', 2, 'skolor']]
      },
      {
        of: 'Lights on',
        facts: [/fem dagar i veckan/],
        with: ['Ellen Keyskolan'],
        figures: [['exactly', 5, 'dagar']]
      },
      {
        of: 'Föreningarnas',
        facts: [/prova på/, /mötesplatser/, /evenemang/, /skolor/, /summer camp och fotbollsskola/],
        with: ['Backatorp IF', 'Backa HK', 'HisingsBacka FC', 'House of Possibilities']
      },
      { of: 'Loungen och Lobbyn', facts: [/efter skolan och på helgerna/], with: ['Poseidon'] },
      { of: 'Feriejobb', facts: [/bostadsbolagen under loven/] }
    ]
  },
  {
    title: 'Familj',
    why: [/stöd/, /trygga och ansvarstagande/],
    aims: [/bostadsområden/, /[Ff]öräldrastöd.*där vårdnadshavarna är/, /föreläsningar om aktuella ämnen/],
    deeds: [
      { of: 'digital rekrytering', facts: [/digitalt/] },
      { of: 'stärker föräldrar', facts: [/[Ff]öräldrar och andra vuxna/] },
      {
        of: 'där föräldrarna redan är',
        facts: [/innehåll och platser/, /föräldramöten, på mötesplatser och i föreningar/]
      },
      {
        of: 'tidiga tecken',
        facts: [/Yrkesverksamma, vårdnadshavare och andra viktiga vuxna/, /flertal tillfällen/],
        figures: [['words', 'ett flertal', 'föreläsningstillfällen']]
      },
      {
        of: 'Gängsnacket',
        facts: [/14 klasser på mellanstadiet/],
        figures: [['exactly', 14, 'mellanstadieklasser']]
      },
      { of: 'Språkförberedande', facts: [/Öppna förskolan/] },
      { of: 'Tematräffar', facts: [/[Vv]årdnadshavare har bjudits in/] },
      {
        of: 'Öppet hus',
        facts: [/ett öppet hus/],
        with: ['Fritidsgården i Brunnsbo'],
        figures: [['exactly', 1, 'öppet hus']]
      },
      { of: 'Backa Röd', facts: [/fler timmar och fler aktiviteter/], with: ['Poseidon'] },
      {
        of: 'basprogram',
        facts: [
          /Fyra program/,
          /en träff i veckan i 12 veckor/,
          /polis, socialtjänst, kvinnojour, budget- och skuldrådgivning samt studie- och arbetsrådgivning/,
          /48 mammor gick hela/,
          /76 var med minst två gånger/
        ],
        with: [
          'Socialförvaltningen Hisingen',
          'Bostadsbolaget',
          'Familjebostäder',
          'Poseidon',
          'Stena Fastigheter'
        ],
        figures: [
          ['exactly', 4, 'basprogram'],
          ['exactly', 12, 'veckor'],
          ['exactly', 48, 'fullföljt'],
          ['exactly', 76, 'minst två träffar']
        ]
      },
      {
        of: 'Mamma United Trygg',
        facts: [
          /Åtta kvinnor/,
          /över 4\s300 mellanmål vid 132 tillfällen/,
          /mätta/,
          /fler vuxna/,
          /tryggare bostadsområde/,
          /arbete och språk/,
          /kontakter/,
          /säkrare på sig själva/
        ],
        figures: [
          ['exactly', 8, 'kvinnor'],
          ['over', 4300, 'mellanmål'],
          ['exactly', 132, 'tillfällen']
        ]
      },
      {
        of: 'Mamma United Community',
        facts: [/snitt 11 mammor/, /en gång i månaden under 2025/],
        figures: [
          ['on_average', 11, 'mammor'],
          ['exactly', 1, 'månaden']
        ]
      }
    ]
  }
]

export const closing: Fact[] = [
  /starkare och bredare/,
  /Flera aktörer har kommit till/,
  /RE:BACKA och Trygghetsveckan/
]
export const synergies: Told[] = [
  {
    of: 'RE:BACKA',
    facts: [
      /[Ss]econdhandbutik/,
      /Backatorp IF, Backa Sharks, House of Possibilities och HisingsBacka FC/,
      /Bostadsbolaget och GöteborgsLokaler/,
      /lokaler/,
      /finansiera/
    ],
    with: [
      'Backatorp IF',
      'Backa Sharks',
      'House of Possibilities',
      'HisingsBacka FC',
      'Bostadsbolaget',
      'GöteborgsLokaler'
    ]
  },
  {
    of: 'Trygghetsveckan',
    facts: [
      /september 2025/,
      /över 40 aktörer och verksamheter.*över 60 aktiviteter/,
      /sprida information eller stötta/,
      /trygghet/
    ],
    figures: [
      ['over', 40, 'aktörer'],
      ['over', 60, 'aktiviteter']
    ]
  }
]
export const newPromise: Fact[] = [
  /2026–2028/,
  /två nya fokusområden/,
  /förskola/,
  /sysselsättning/,
  /utbildning börjar i förskolan/,
  /barn, unga och vuxna/,
  /[Ff]ler parter/,
  /konkreta/,
  /lättare att följa upp/
]
