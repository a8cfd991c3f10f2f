export { lawTopicOf } from './answer';
export { askLaw, topicAnswer, topicType } from './ask';
export { importLaws } from './importing/import-laws';
export { readLawFolder } from './importing/read-folder';
export { forgetLibrary, libraryOf } from './load-library';
