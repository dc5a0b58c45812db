export { createRecogniser } from '../recogniser';
export { grouped } from './groups';
export { interview } from './interview';
