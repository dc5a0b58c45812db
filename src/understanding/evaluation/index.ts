export { committedModel, createRecogniser } from '../recogniser';
export { across } from './across';
export { Example, fewShot } from './few-shot';
export { meaning, OTHERS_LABELS } from './labels';
export { figures, heard, Text } from './measure';
export { report } from './report';
