/**
 * Every act that a door may offer. What roles may name, the tables of who may do what, the API with its description and the
 * command line are derived from this list; an act that is missing here exists for the machine itself only.
 */

import { acknowledgeRequest } from './acknowledge-request.ts';
import { addPeer } from './add-peer.ts';
import { addPerson } from './add-person.ts';
import { answerQuestion } from './answer-question.ts';
import { askAgency } from './ask-agency.ts';
import { askExport } from './ask-export.ts';
import { askHit } from './ask-hit.ts';
import { cancelListing } from './cancel-listing.ts';
import { certifyTrace } from './certify-trace.ts';
import { checkReceipt } from './check-receipt.ts';
import { closeTrace } from './close-trace.ts';
import { closeWork } from './close-work.ts';
import { compareDescriptions } from './compare-descriptions.ts';
import { composeTraceRequest } from './compose-request.ts';
import { confirmContact } from './confirm-contact.ts';
import { confirmListing } from './confirm-listing.ts';
import { confirmPeer } from './confirm-peer.ts';
import { copyForEmbargo } from './copy-for-embargo.ts';
import { correctEntry } from './correct-entry.ts';
import { countTraces } from './count-traces.ts';
import { decideExport } from './decide-export.ts';
import { decideMatch } from './decide-match.ts';
import { declareHolding } from './declare-holding.ts';
import { declareLot } from './declare-lot.ts';
import { defineRoleAmong } from './define-role.ts';
import { draftAnswer } from './draft-answer.ts';
import { editReference } from './edit-reference.ts';
import { endApiKey } from './end-api-key.ts';
import { endPosting } from './end-posting.ts';
import { exportReference } from './export-reference.ts';
import { findArms } from './find-arms.ts';
import { findParties } from './find-parties.ts';
import { flagLooks } from './flag-looks.ts';
import { identifyArm } from './identify-arm.ts';
import { linkCase } from './link-case.ts';
import { listAccesses } from './list-accesses.ts';
import { listAgencies } from './list-agencies.ts';
import { listApiKeys } from './list-api-keys.ts';
import { listChanges } from './list-changes.ts';
import { listContacts } from './list-contacts.ts';
import { listDocuments } from './list-documents.ts';
import { listEmergencies } from './list-emergencies.ts';
import { listExports } from './list-exports.ts';
import { listHits } from './list-hits.ts';
import { listLateEntries } from './list-late-entries.ts';
import { listListings } from './list-listings.ts';
import { listMarkingPractices } from './list-marking-practices.ts';
import { listMatches } from './list-matches.ts';
import { listOwnExports } from './list-own-exports.ts';
import { listPapers } from './list-papers.ts';
import { listPeers } from './list-peers.ts';
import { listPeople } from './list-people.ts';
import { listQuarantined } from './list-quarantined.ts';
import { listQuestions } from './list-questions.ts';
import { listReference } from './list-reference.ts';
import { listReferenceChanges } from './list-reference-changes.ts';
import { listRoles } from './list-roles.ts';
import { listSuspectedLots } from './list-suspected-lots.ts';
import { listTraces } from './list-traces.ts';
import { listWork } from './list-work.ts';
import { makeApiKey } from './make-api-key.ts';
import { nameOfficial } from './name-official.ts';
import { normalise } from './normalise.ts';
import type { Act } from './office.ts';
import { openEmergencyAccess } from './open-emergency-access.ts';
import { openMatchedArm } from './open-matched-arm.ts';
import { openTrace } from './open-trace.ts';
import { postPerson } from './post-person.ts';
import { proposeListing } from './propose-listing.ts';
import { proveArm } from './prove-arm.ts';
import { publishCard, rotateKeys } from './publish-card.ts';
import { recordAgency } from './record-agency.ts';
import { recordContact } from './record-contact.ts';
import { recordCourtOrder } from './record-court-order.ts';
import { recordEvent } from './record-event.ts';
import { recordMarkingPractice } from './record-marking-practice.ts';
import { recordParty } from './record-party.ts';
import { recordRight } from './record-right.ts';
import { recordTraceFinding } from './record-trace-finding.ts';
import { refoldArm } from './refold-arm.ts';
import { registerArm } from './register-arm.ts';
import { registerMessage } from './register-message.ts';
import { reinstatePerson } from './reinstate-person.ts';
import { releaseAnswer } from './release-answer.ts';
import { renamePerson } from './rename-person.ts';
import { renewListing } from './renew-listing.ts';
import { reopenTrace } from './reopen-trace.ts';
import { resetPerson } from './reset-person.ts';
import { resumePeer } from './resume-peer.ts';
import { reviewEmergencyAccess } from './review-emergency-access.ts';
import { reviewRelease } from './review-release.ts';
import { sampleAccesses } from './sample-accesses.ts';
import { screenMarks } from './screen-marks.ts';
import { sendRequest } from './send-request.ts';
import { setNotices } from './set-notices.ts';
import { setTraceRules } from './set-trace-rules.ts';
import { suspendPeer } from './suspend-peer.ts';
import { suspendPerson } from './suspend-person.ts';
import { takeArm } from './take-arm.ts';
import { tellHit } from './tell-hit.ts';
import { translateMessage } from './translate-message.ts';
import { understandReading } from './understand-reading.ts';
import { viewArm } from './view-arm.ts';
import { viewContact } from './view-contact.ts';
import { viewExchange } from './view-exchange.ts';
import { viewHit } from './view-hit.ts';
import { viewLedger } from './view-ledger.ts';
import { viewListing } from './view-listing.ts';
import { viewListingReceipt } from './view-listing-receipt.ts';
import { viewMessage } from './view-message.ts';
import { viewOwnCard } from './view-own-card.ts';
import { viewReceipt } from './view-receipt.ts';
import { viewReference } from './view-reference.ts';
import { viewToday } from './view-today.ts';
import { viewTrace } from './view-trace.ts';
import { viewTraceReceipt } from './view-trace-receipt.ts';
import { viewTraceReport } from './view-trace-report.ts';
import { viewTraceRules } from './view-trace-rules.ts';
import { withdrawPeerKey } from './withdraw-peer-key.ts';
import { writeInRequest } from './write-in-request.ts';

export type AnyAct = Act<unknown, unknown>;

/** Defining a role names acts of this very list. */
export const defineRole = defineRoleAmong(() => ACTS);

export const ACTS: readonly AnyAct[] = [
  viewToday,
  viewLedger,
  findArms,
  viewArm,
  proveArm,
  viewReceipt,
  viewTraceReceipt,
  viewListingReceipt,
  checkReceipt,
  listDocuments,
  listWork,
  registerArm,
  recordEvent,
  correctEntry,
  closeWork,
  findParties,
  recordParty,
  recordRight,
  declareLot,
  declareHolding,
  listQuarantined,
  recordCourtOrder,
  refoldArm,
  addPerson,
  renamePerson,
  suspendPerson,
  reinstatePerson,
  resetPerson,
  listPeople,
  postPerson,
  endPosting,
  defineRole,
  listRoles,
  makeApiKey,
  endApiKey,
  listApiKeys,
  openEmergencyAccess,
  reviewEmergencyAccess,
  listEmergencies,
  askExport,
  decideExport,
  listExports,
  listOwnExports,
  listAccesses,
  sampleAccesses,
  flagLooks,
  listChanges,
  listLateEntries,
  recordAgency,
  listAgencies,
  understandReading,
  identifyArm,
  decideMatch,
  listMatches,
  openMatchedArm,
  openTrace,
  listTraces,
  viewTrace,
  takeArm,
  askAgency,
  listQuestions,
  answerQuestion,
  composeTraceRequest,
  sendRequest,
  acknowledgeRequest,
  writeInRequest,
  draftAnswer,
  releaseAnswer,
  reviewRelease,
  recordTraceFinding,
  linkCase,
  nameOfficial,
  closeTrace,
  reopenTrace,
  countTraces,
  certifyTrace,
  viewTraceReport,
  listSuspectedLots,
  setTraceRules,
  viewTraceRules,
  setNotices,
  screenMarks,
  compareDescriptions,
  normalise,
  listReference,
  viewReference,
  editReference,
  listReferenceChanges,
  exportReference,
  viewOwnCard,
  publishCard,
  rotateKeys,
  addPeer,
  confirmPeer,
  resumePeer,
  suspendPeer,
  withdrawPeerKey,
  listPeers,
  viewExchange,
  listMarkingPractices,
  recordMarkingPractice,
  listContacts,
  viewContact,
  recordContact,
  confirmContact,
  registerMessage,
  listPapers,
  translateMessage,
  viewMessage,
  copyForEmbargo,
  listListings,
  viewListing,
  proposeListing,
  confirmListing,
  renewListing,
  cancelListing,
  listHits,
  viewHit,
  askHit,
  tellHit,
];

/** The act of a name, where a door may offer it. */
export function findAct(name: string): AnyAct | undefined {
  return ACTS.find((act) => act.name === name);
}
