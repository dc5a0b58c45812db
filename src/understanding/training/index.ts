export { encoded } from '../model';
export { corpus } from './corpus';
export { train } from './train';
