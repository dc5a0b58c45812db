export { createRecogniser } from '../recogniser';
export { meaning, OTHERS_LABELS } from './labels';
export { figures, heard, Text } from './measure';
export { report } from './report';
