import { routesOf } from '../platform/http/routes-of.ts'
import { pointsIn } from '../referrals/questions.ts'
import { enterPayment, familyBudgets, setFamilyBudget, takePaymentBack } from './budget.ts'
import { basketsContract } from './contract.ts'
import { freezeBasket } from './freeze-basket.ts'
import { changeGoal, orderGoals, recordGap, setGoal } from './goals.ts'
import { putItemOfMessage } from './item-of-message.ts'
import { askItem, changeItem, putItem, removeItem } from './items.ts'
import { joinCase, joinedReferrals, leaveCase, whereJoined } from './joined-referrals.ts'
import { addNeed, dropNeed, liftLimit, limitsOf, needsOf, peopleIn, sayLimit } from './limits.ts'
import { makerAndPaperOf, printBasket, printSuggestion } from './print-basket.ts'
import { gapsOf, goalsOf, itemsOf, mayUndertake, versionsOf } from './questions.ts'
import { recordFamilyAnswer, recordFamilyAnswers } from './record-family-answer.ts'
import { conflictsIn } from './suggestion/gather.ts'
import { putAside, suggestionFor, takeSuggestion, takeToMeeting } from './suggestions.ts'

export const routes = routesOf('baskets', basketsContract, {
  basket: async (work, { params }) => ({
    goals: await work.all(goalsOf(params.id)),
    items: await work.all(itemsOf(params.id)),
    points: await work.all(pointsIn(params.id)),
    gaps: await work.all(gapsOf(params.id)),
    versions: await work.all(versionsOf(params.id)),
    ...(await work.mustFind(makerAndPaperOf(params.id))),
    mayUndertake: await work.all(mayUndertake(params.id)),
  }),
  setGoal: (work, { params, body }) => setGoal(work, params.id, body),
  changeGoal: (work, { params, body }) => changeGoal(work, params.id, params.goalId, body),
  putItem: (work, { params, body }) => putItem(work, params.id, body),
  putItemOfMessage: (work, { params, body }) => putItemOfMessage(work, params.id, body),
  changeItem: (work, { params, body }) => changeItem(work, params.id, params.itemId, body),
  askItem: (work, { params }) => askItem(work, params.id, params.itemId),
  removeItem: (work, { params }) => removeItem(work, params.id, params.itemId),
  familyAnswersToAll: (work, { params, body }) => recordFamilyAnswers(work, params.id, body),
  familyAnswers: (work, { params, body }) =>
    recordFamilyAnswer(work, params.id, params.itemId, work.expectedVersion, body),
  recordGap: (work, { params, body }) => recordGap(work, params.id, body),
  joinedReferrals: (work, { params }) => joinedReferrals(work, params.id),
  joinReferral: (work, { params, body }) => joinCase(work, params.id, body),
  whereJoined: (work, { params }) => whereJoined(work, params.id),
  leaveReferral: (work, { params }) => leaveCase(work, params.id, params.referralId),
  composing: async (work, { params }) => {
    const limits = await work.all(limitsOf(params.id))
    return {
      limits,
      needs: await work.all(needsOf(params.id)),
      people: await work.all(peopleIn(params.id)),
      conflicts: await conflictsIn(work, params.id, limits),
    }
  },
  sayLimit: (work, { params, body }) => sayLimit(work, params.id, body),
  liftLimit: (work, { params }) => liftLimit(work, params.id, params.limitId),
  addNeed: (work, { params, body }) => addNeed(work, params.id, body),
  dropNeed: (work, { params }) => dropNeed(work, params.id, params.needId),
  orderGoals: (work, { params, body }) => orderGoals(work, params.id, body),
  suggestion: (work, { params }) => suggestionFor(work, params.id),
  printSuggestion: (work, { params, query }) => printSuggestion(work, params.id, query.services),
  takeToMeeting: (work, { params, body }) => takeToMeeting(work, params.id, body.id),
  printBasket: (work, { params }) => printBasket(work, params.id),
  putSuggestionAside: (work, { params, body }) => putAside(work, params.id, body),
  takeSuggestion: (work, { params, body }) => takeSuggestion(work, params.id, body.items),
  familyBudgets: (work) => work.all(familyBudgets),
  setFamilyBudget: (work, { body }) => setFamilyBudget(work, body),
  enterPayment: (work, { params, body }) => enterPayment(work, params.id, params.itemId, body),
  takePaymentBack: (work, { params }) => takePaymentBack(work, params.id, params.itemId, params.paymentId),
  freeze: (work, { params, body }) => freezeBasket(work, params.id, body.id),
})
