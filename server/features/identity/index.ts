export { hasAbility, postLabels } from './policy';
export { getPerson, peopleOf } from './queries';
export { clerksOf, type Holder, holdersOf, ladderOf, membersOf, onDuty, postsOf } from './staffing';
