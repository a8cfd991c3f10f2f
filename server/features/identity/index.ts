export { beginPost, endPost } from './commands/appoint';
export { correctName } from './commands/correct-name';
export { forgetDesktops } from './desktop';
export { chosenNickname, settleNickname } from './nickname';
export { hasAbility, postLabels } from './policy';
export { getPerson, peopleOf, personOfOpenid } from './queries';
export {
  clerksOf,
  companionsOf,
  type Holder,
  holdersAround,
  holdersOf,
  ladderOf,
  membersOf,
  onDuty,
  postsOf,
} from './staffing';
