/** Words by which operators say that something is suspended for a theft or a loss: `stolen`, "Reporte de robo". */
const THEFT = /\b(?:rob|stol|theft|hurt|fraud|p[eé]rdid|lost)/i;

/** Whether this is why a line is suspended: then nothing but a person or a store lifts it, and no code is sent to it. */
export const isTheft = (reason: string | undefined): boolean => THEFT.test(reason ?? '');
