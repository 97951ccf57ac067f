import { classifyArea } from '#server/domain/areas/classifying.ts'
import {
  changeArea,
  createArea,
  drawBoundary,
  renameArea,
  succeedArea
} from '#server/domain/areas/changing.ts'
import * as area from '#server/domain/areas/fields.ts'
import { addParent, setCode } from '#server/domain/areas/placing.ts'
import { changeInstallation, changedInstallation } from '#server/domain/installation/changing.ts'
import { changeKind } from '#server/domain/kinds/changing.ts'
import { changedKind } from '#server/domain/kinds/fields.ts'
import * as change from '#server/domain/organisations/changing.ts'
import * as organisation from '#server/domain/organisations/fields.ts'
import { changePerson, createPerson } from '#server/domain/people/changing.ts'
import { changedPerson, newGrant, newPerson } from '#server/domain/people/fields.ts'
import { grantRole } from '#server/domain/people/granting.ts'
import { command } from './commands.ts'

const forms = { one: 'löfte', theOne: 'löftet', many: 'löften', theMany: 'löftena', gender: 'neuter' }
const classified = { made_by: 'Polisen', scheme: 'Lista', level: 'utsatt', precision: 'year', source: '' }

export const ofPlaces = [
  command(
    'createArea',
    area.newArea,
    () => ({ name: 'Nytt', kind: 'place', slug: '', aliases: 'a, b' }),
    (tx, { actor }, value) => createArea(tx, actor, value)
  ),
  command(
    'changeArea',
    area.changedArea,
    () => ({ name: 'Nytt', kind: 'place', version: '1', contact_mail: 'a@b.se' }),
    (tx, ground, value) => changeArea(tx, ground.actor, ground.area, value)
  ),
  command(
    'drawBoundary',
    area.newBoundary,
    () => ({
      boundary: '{"type":"Polygon","coordinates":[[[12,57],[12.1,57],[12.1,57.1],[12,57]]]}',
      version: '1'
    }),
    (tx, ground, value) => drawBoundary(tx, ground.actor, ground.area, value)
  ),
  command(
    'renameArea',
    area.newSlug,
    () => ({ slug: 'nytt', version: '1' }),
    (tx, ground, value) => renameArea(tx, ground.actor, ground.area, value)
  ),
  command(
    'succeedArea',
    area.newSuccessor,
    ({ otherArea }) => ({ successor_id: otherArea, version: '1' }),
    (tx, ground, value) => succeedArea(tx, ground.actor, ground.area, value)
  ),
  command(
    'addParent',
    area.newParent,
    ({ otherArea }) => ({ parent_id: otherArea, division: 'police' }),
    (tx, ground, value) => addParent(tx, ground.actor, ground.area, value)
  ),
  command(
    'setCode',
    area.newCode,
    () => ({ division: 'deso', edition: '2018', code: '1480A' }),
    (tx, ground, value) => setCode(tx, ground.actor, ground.area, value)
  ),
  command(
    'classifyArea',
    area.newClassification,
    () => classified,
    (tx, ground, value) => classifyArea(tx, ground.actor, ground.area, value)
  ),
  command(
    'createOrganisation',
    organisation.newOrganisation,
    () => ({ name: 'Ny', kind: 'school', slug: '' }),
    (tx, { actor }, value) => change.createOrganisation(tx, actor, value)
  ),
  command(
    'changeOrganisation',
    organisation.changedOrganisation,
    () => ({ name: 'Ny', kind: 'school', version: '1', aliases: 'a' }),
    (tx, ground, value) => change.changeOrganisation(tx, ground.actor, ground.organisation, value)
  ),
  command(
    'placeOrganisation',
    organisation.newPlace,
    () => ({ from_day: '2024-01-01', to_day: '2024-12-31', version: '1' }),
    (tx, ground, value) => change.placeOrganisation(tx, ground.actor, ground.organisation, value)
  ),
  command(
    'createPerson',
    newPerson,
    () => ({ name: 'Bo', mail: 'bo@kvarter.example', position: 'Lärare' }),
    (tx, { actor }, value) => createPerson(tx, actor, value)
  ),
  command(
    'changePerson',
    changedPerson,
    () => ({ name: 'Bo', mail: 'bo@kvarter.example', version: '1' }),
    (tx, ground, value) => changePerson(tx, ground.actor, ground.person, value)
  ),
  command(
    'grantRole',
    newGrant,
    ({ area }) => ({ role: 'reader', scope: `area:${area}` }),
    (tx, ground, value) => grantRole(tx, ground.actor, ground.person, value)
  ),
  command(
    'changeInstallation',
    changedInstallation,
    () => ({ name: 'Kvarter', version: '1' }),
    (tx, { actor }, value) => changeInstallation(tx, actor, value)
  ),
  command(
    'changeKind',
    changedKind,
    () => ({
      words: { name: { sv: forms }, commitment: { sv: forms }, objective: { sv: forms } },
      version: '1'
    }),
    (tx, ground, value) => changeKind(tx, ground.actor, ground.kind, value)
  )
]
