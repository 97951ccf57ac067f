import { addAnnex, annexNewDocument } from '#server/domain/publications/annexes/changing.ts'
import { newAnnex } from '#server/domain/publications/annexes/fields.ts'
import { newAssessment } from '#server/domain/assessments/fields.ts'
import { addAssessment } from '#server/domain/assessments/writing.ts'
import { changeCollaboration, renameCollaboration } from '#server/domain/collaborations/changing.ts'
import { createCollaboration } from '#server/domain/collaborations/creating.ts'
import * as collaboration from '#server/domain/collaborations/fields.ts'
import { changeLifecycle } from '#server/domain/collaborations/lifecycle.ts'
import { changeParents } from '#server/domain/collaborations/parents.ts'
import { stateTotal } from '#server/domain/collaborations/stating.ts'
import { changeCommitment } from '#server/domain/commitments/changing.ts'
import { createCommitment } from '#server/domain/commitments/creating.ts'
import * as commitment from '#server/domain/commitments/fields.ts'
import { agreeProposed, setStage } from '#server/domain/commitments/stages.ts'
import { addTarget } from '#server/domain/commitments/targets.ts'
import { reword } from '#server/domain/commitments/wording.ts'
import { addDecision } from '#server/domain/decisions/decisions.ts'
import { newDecision } from '#server/domain/decisions/fields.ts'
import { addDocument } from '#server/domain/documents/changing.ts'
import { newDocument } from '#server/domain/documents/fields.ts'
import { markLinkBounced } from '#server/domain/links/bouncing.ts'
import { notArrived } from '#server/domain/links/fields.ts'
import { newObjective } from '#server/domain/objectives/fields.ts'
import { addObjective } from '#server/domain/objectives/objectives.ts'
import { newParty } from '#server/domain/parties/fields.ts'
import { addParty } from '#server/domain/parties/parties.ts'
import { addBlock } from '#server/domain/publications/blocks/blocks.ts'
import { createPublication } from '#server/domain/publications/composing.ts'
import { newBlock, newPublication, newTemplate } from '#server/domain/publications/fields.ts'
import { saveTemplate } from '#server/domain/publications/own-templates.ts'
import { newResponder, newRound } from '#server/domain/rounds/fields.ts'
import { mendAddress } from '#server/domain/rounds/mending.ts'
import { openRound } from '#server/domain/rounds/opening.ts'
import { addResponder } from '#server/domain/rounds/responders.ts'
import { invitation } from '#server/domain/proposals/fields.ts'
import { inviteToWord } from '#server/domain/proposals/inviting.ts'
import { secrets } from '../round.ts'
import { command, type Ground } from './commands.ts'

const basis = ({ organisation, area, kind }: Ground) => ({
  authority_id: organisation,
  main_area_id: area,
  kind_id: kind
})
const days = { from_day: '2026-01-01', to_day: '2026-12-31', precision: 'day' }
const decided = { body: 'Nämnden', decided_on: '2026-03-14', section: '12', case_number: 'KS 2026-1' }

export const ofPromises = [
  command(
    'createCollaboration',
    collaboration.newCollaboration,
    (ground) => ({ ...basis(ground), ...days, name: 'Nytt', reach: 'public' }),
    (tx, { actor }, value) => createCollaboration(tx, actor, value)
  ),
  command(
    'changeCollaboration',
    collaboration.changedCollaboration,
    (ground) => ({ ...basis(ground), ...days, name: 'Nytt', version: '1', purpose: 'Syfte' }),
    (tx, ground, value) => changeCollaboration(tx, ground.actor, ground.collaboration, value)
  ),
  command(
    'renameCollaboration',
    collaboration.newSlug,
    () => ({ slug: 'nytt', version: '1' }),
    (tx, ground, value) => renameCollaboration(tx, ground.actor, ground.collaboration, value)
  ),
  command(
    'changeParents',
    collaboration.changedParents,
    ({ another }) => ({ parent_ids: [another], version: '1' }),
    (tx, ground, value) => changeParents(tx, ground.actor, ground.collaboration, value)
  ),
  command(
    'changeLifecycle',
    collaboration.changedLifecycle,
    () => ({ lifecycle: 'ended', ...decided, version: '1' }),
    (tx, ground, value) => changeLifecycle(tx, ground.actor, ground.collaboration, value)
  ),
  command(
    'stateTotal',
    collaboration.statedTotal,
    () => ({ subject: 'parties', qualifier: 'about', value: '27', source: 'Rapport' }),
    (tx, ground, value) => stateTotal(tx, ground.actor, ground.collaboration, value)
  ),
  command(
    'createCommitment',
    commitment.newCommitment,
    ({ organisation, area }) => ({
      title: 'Nytt',
      wording: 'Ord',
      organisation_id: organisation,
      area_ids: [area],
      ...days,
      labels: 'a, b',
      target_value: '3',
      target_unit: 'träffar'
    }),
    (tx, ground, value) => createCommitment(tx, ground.actor, ground.collaboration, value)
  ),
  command(
    'changeCommitment',
    commitment.changedCommitment,
    ({ organisation, another }) => ({
      ...{ title: 'Nytt', organisation_id: organisation, carried_by_id: another, ...days, version: '1' }
    }),
    (tx, ground, value) => changeCommitment(tx, ground.actor, ground.commitment, value)
  ),
  command(
    'reword',
    commitment.rewording,
    () => ({ wording: 'Nya ord', reason: 'Bättre', wording_number: '1' }),
    (tx, ground, value) => reword(tx, ground.actor, ground.commitment, value)
  ),
  command(
    'setStage',
    commitment.changedStage,
    () => ({ stage: 'discontinued', reason: 'Slut', ...decided, version: '1' }),
    (tx, ground, value) => setStage(tx, ground.actor, ground.commitment, value)
  ),
  command(
    'agreeProposed',
    commitment.agreedProposals,
    (ground) => ({ commitment_ids: [ground.commitment] }),
    (tx, ground, value) => agreeProposed(tx, ground.actor, ground.collaboration, value)
  ),
  command(
    'addTarget',
    commitment.newTarget,
    () => ({ qualifier: 'at_least', value: '3', unit: 'träffar', per: 'month', alternatives: 'a' }),
    (tx, ground, value) => addTarget(tx, ground.actor, ground.commitment, value)
  ),
  command(
    'addDecision',
    newDecision,
    () => ({ kind: 'decision', reach: 'public', ...decided, wording: 'Ja' }),
    (tx, ground, value) => addDecision(tx, ground.actor, ground.collaboration, value)
  ),
  command(
    'addDocument',
    newDocument,
    () => ({ title: 'Plan', year: '2026', url: 'https://kvarter.example/plan', reach: 'public' }),
    (tx, ground, value) => addDocument(tx, ground.actor, ground.collaboration, value)
  ),
  command(
    'addObjective',
    newObjective,
    () => ({ kind: 'aim', title: 'Mål', description: 'Text' }),
    (tx, ground, value) => addObjective(tx, ground.actor, ground.collaboration, value)
  ),
  command(
    'addParty',
    newParty,
    ({ organisation }) => ({
      organisation_id: organisation,
      role: 'funder',
      note: 'Pengar',
      contact_mail: 'a@b.se'
    }),
    (tx, ground, value) => addParty(tx, ground.actor, ground.collaboration, value)
  ),
  command(
    'addAssessment',
    newAssessment,
    () => ({
      ...{ from_day: '2026-01-01', to_day: '2026-06-30', reach: 'public', made_by: 'Styrgruppen' },
      ...{ worked: 'Vi ses oftare.', challenges: 'Lokaler', contribution: 'Tryggare torg' }
    }),
    (tx, ground, value) => addAssessment(tx, ground.actor, ground.collaboration, value)
  ),
  command(
    'createPublication',
    newPublication,
    () => ({ template: 'final_follow_up', title: 'Ny', slug: 'ny-rapport', reach: 'public' }),
    (tx, ground, value) =>
      createPublication(tx, ground.actor, { ...value, collaboration: ground.collaboration })
  ),
  command(
    'saveTemplate',
    newTemplate,
    () => ({ name: 'Vår mall' }),
    (tx, ground, value) => saveTemplate(tx, ground.actor, ground.publication, value)
  ),
  command(
    'addBlock',
    newBlock,
    () => ({
      kind: 'deeds',
      heading: 'Rubrik',
      prose: 'Text',
      extent: 'all',
      round: 'latest',
      question: 'q'
    }),
    (tx, ground, value) => addBlock(tx, ground.actor, ground.publication, value)
  ),
  command(
    'addAnnex',
    newAnnex,
    () => ({ url: 'https://kvarter.example/omraden', title: 'Området', what: '' }),
    (tx, ground, value) => addAnnex(tx, ground.actor, ground.publication, value)
  ),
  command(
    'annexNewDocument',
    newDocument,
    () => ({ title: 'Underlag', kind: 'Bilaga', year: '2018', note: 'Kort', reach: 'public' }),
    (tx, ground, value) => annexNewDocument(tx, ground.actor, ground.publication, value)
  ),
  command(
    'openRound',
    newRound,
    () => ({ name: 'Hösten', from_day: '2026-07-01', to_day: '2026-12-31', due_on: '2027-01-15' }),
    (tx, ground, value) => openRound(tx, ground.actor, ground.collaboration, value, secrets)
  ),
  command(
    'inviteToWord',
    invitation,
    ({ organisation }) => ({
      ...{ name: 'Orden', from_day: '2026-11-22', due_on: '2026-12-20' },
      organisation_ids: [organisation]
    }),
    (tx, ground, value) => inviteToWord(tx, ground.actor, ground.collaboration, value, secrets)
  ),
  command(
    'addResponder',
    newResponder,
    () => ({ name: 'Bo', mail: 'bo@kvarter.example' }),
    (tx, ground, value) => addResponder(tx, ground.actor, ground.space, value, secrets)
  ),
  command(
    'mendAddress',
    newResponder,
    () => ({ name: 'Bo', mail: 'ny@kvarter.example' }),
    (tx, ground, value) => mendAddress(tx, ground.actor, ground.link.errand.link, value, secrets)
  ),
  command(
    'markLinkBounced',
    notArrived,
    () => ({ reason: 'Slutade i höstas' }),
    (tx, ground, { reason }) => markLinkBounced(tx, ground.actor, ground.link.errand.link, reason)
  )
]
