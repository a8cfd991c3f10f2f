export { abilitiesOf, hasAbility, postLabels } from './policy';
export { presentPost } from './present';
export { getPerson, peopleOf } from './queries';
export { clerksOf, type Holder, holdersOf, type Ladder, ladderOf, membersOf, onDuty, postsOf } from './staffing';
