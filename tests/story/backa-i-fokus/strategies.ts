import type { StoryObjective } from '../types.ts'

/** All activities share them; which serves which is not told. */
export const strategies: StoryObjective[] = [
  {
    key: 'framtidstro',
    kind: 'strategy',
    title: 'Framtidstro och medskapande',
    text: 'Människor ska tro mer på framtiden, ha makt över sitt eget liv och kunna påverka samhället och hur det utvecklas.'
  },
  {
    key: 'struktur',
    kind: 'strategy',
    title: 'Hållbart och strukturellt perspektiv',
    text: 'Arbetssätten ska hålla länge och hänga ihop. Med mer kunskap om vad social hållbarhet kräver kan förvaltningen lägga sina resurser, och välja sådana arbetssätt, så att skillnaderna i levnadsvillkor mellan grupper i stadsdelen minskar. Barns uppväxtvillkor kommer i främsta rummet.'
  },
  {
    key: 'helhetssyn',
    kind: 'strategy',
    title: 'Helhetssyn och samverkan',
    text: 'Svåra samhällsproblem håller sig inte inom en sektor, en myndighet eller ett yrke. Därför ska fler ta ansvar tillsammans och länge, och färre tänka i stuprör.'
  },
  {
    key: 'infrastruktur',
    kind: 'strategy',
    title: 'Infrastruktur och mötesplatser',
    text: 'Meningsfulla aktiviteter ska bryta segregationen mellan grupper och platser, och det ska finnas fler bra ställen där invånarna kan mötas.'
  }
]
