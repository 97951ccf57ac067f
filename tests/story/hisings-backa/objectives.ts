import type { StoryObjective } from '../types.ts'

const aims = (parent: string, titles: string[]): StoryObjective[] =>
  titles.map((title, place) => ({ key: `${parent}-${place + 1}`, parent, kind: 'aim', title }))

/** The four focus areas that the promise of 2024 has and that of 2026 goes on with. */
export const focusAreas: StoryObjective[] = [
  {
    key: 'skola',
    kind: 'focus_area',
    title: 'Skola',
    text: 'Att lyckas i skolan hör till det som skyddar barn allra mest. Därför vill parterna ge barn och unga det de behöver för att klara skolan, bli vuxna på egna ben och nå det de drömmer om.'
  },
  {
    key: 'lokalomrade',
    kind: 'focus_area',
    title: 'Lokalområde',
    text: 'Barn skyddas av att växa upp där kriminalitet och normbrytande beteende inte hör till vardagen. Här ska invånarna leva tryggt och fritt från odemokratisk påverkan. Först när området är tryggt kan de som bor här trivas, bidra och använda det som finns.'
  },
  {
    key: 'fritid',
    kind: 'focus_area',
    title: 'Fritid',
    text: 'Idrott, kultur eller något helt annat: en fritid som betyder något får människor att växa. Barn och unga ska kunna delta på sina egna villkor, bland goda förebilder på trygga mötesplatser, och kanske hitta ett intresse för livet.'
  },
  {
    key: 'familj',
    kind: 'focus_area',
    title: 'Familj',
    text: 'Barn och unga får en bättre och tryggare uppväxt när familjen får stöd. Då kan den hjälpa barnen att bli trygga och ta ansvar.'
  }
]

export const focusAreaAims: StoryObjective[] = [
  ...aims('skola', [
    'Fler vuxna förebilder engagerar sig i barnens lärande och utveckling i skolan',
    'Barn får göra studiebesök, praktik och feriearbete, möta olika yrken och se vad arbetslivet kan erbjuda',
    'Elever får prova idrotter och aktiviteter som kan ge en meningsfull fritid'
  ]),
  ...aims('lokalomrade', [
    'Aktiviteter för boende skapar tillhörighet, tillit och gemenskap',
    'Fastigheter och utemiljöer är trygga och hyresförhållanden är riktiga, med metoderna Trygga trappan, Broken Windows och grannsamverkan',
    'Fler vuxna är närvarande',
    'Tystnadskulturen bryts när tilliten växer mellan människor och till samhället'
  ]),
  ...aims('fritid', [
    'Verksamhet med låga trösklar låter fler ta del av fritidsutbudet och gör barn nyfikna på föreningslivet',
    'Aktiviteter kan provas gratis',
    'Det finns aktiviteter för barn och ungdomar i bostadsområdena',
    'Föreningarna utvecklar sitt sociala arbete, bland annat genom utbildning i ledarskap, demokrati och värdegrund',
    'Familjer och vuxna engageras i föreningslivet',
    'Barn är delaktiga i sin fritid och har inflytande över den'
  ]),
  ...aims('familj', [
    'Familjer har aktiviteter i sina bostadsområden',
    'Föräldrastöd är lättare att nå, eftersom det finns i lokalområdet och där vårdnadshavarna är',
    'Föräldrar och andra viktiga vuxna får föreläsningar om aktuella ämnen och kan påverka barns och ungas utveckling'
  ])
]
