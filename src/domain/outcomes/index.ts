export { closing, type Whose } from './close';
export { Fact, Step } from './facts';
export type { Figure } from './figures';
export { PERIODS, periodOf, startOfDay, type Period } from './period';
export { reportOf, type Asked, type Report } from './report';
