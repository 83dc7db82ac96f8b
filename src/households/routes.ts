import { routesOf } from '../platform/http/routes-of.ts'
import { addRelation } from './add-relation.ts'
import { householdsContract } from './contract.ts'
import { changeRelation, removeRelation } from './correct-relation.ts'
import {
  addContactWay,
  addName,
  addPerson,
  changeHousehold,
  changeMember,
  changePerson,
  keepDeath,
  keepPesel,
  readHousehold,
  removeContactWay,
  setAddress,
} from './keep-household.ts'
import { peopleCalled } from './questions.ts'

export const routes = routesOf('households', householdsContract, {
  household: (work, { params }) => readHousehold(work, params.id),
  changeHousehold: (work, { params, body }) => changeHousehold(work, params.id, body),
  setAddress: (work, { params, body }) => setAddress(work, params.id, body),
  addPerson: (work, { params, body }) => addPerson(work, params.id, body),
  changePerson: (work, { params, body }) => changePerson(work, params.householdId, params.id, body),
  keepPesel: (work, { params, body }) => keepPesel(work, params.householdId, params.id, body.pesel),
  keepDeath: (work, { params, body }) => keepDeath(work, params.householdId, params.id, body.diedOn),
  addName: (work, { params, body }) => addName(work, params.householdId, params.id, body),
  changeMember: (work, { params, body }) => changeMember(work, params.householdId, params.id, body),
  addRelation: (work, { params, body }) => addRelation(work, params.id, body),
  changeRelation: (work, { params, body }) => changeRelation(work, params.householdId, params.id, body),
  removeRelation: (work, { params }) => removeRelation(work, params.householdId, params.id),
  addContactWay: (work, { params, body }) => addContactWay(work, params.id, body),
  removeContactWay: (work, { params }) => removeContactWay(work, params.householdId, params.id),
  search: (work, { query }) => work.all(peopleCalled(query.name)),
})
