import { catalog, forms } from '../../../domain/texts';

export const texts = catalog(
  {
    title: 'la encuesta',
    button: 'Encuesta',
    thanks: forms({
      tu: 'Gracias por decirlo. Me ayuda a mejorar.',
      vos: 'Gracias por decirlo. Me ayuda a mejorar.',
      usted: 'Gracias por decirlo. Me ayuda a mejorar.',
    }),
    worst: forms({
      tu: 'Gracias por decirlo. ¿Qué fue lo peor? Si quieres, una persona lo revisa y te escribe.',
      vos: 'Gracias por decirlo. ¿Qué fue lo peor? Si querés, una persona lo ve y te contesta.',
      usted: 'Gracias por decirlo. ¿Qué fue lo peor? Si quiere, una persona lo ve y le contesta.',
    }),
    missing: forms({ tu: 'Gracias. ¿Qué te faltó?', vos: 'Gracias. ¿Qué te faltó?', usted: 'Gracias. ¿Qué le faltó?' }),
    best: forms({
      tu: 'Gracias. ¿Qué fue lo que más te sirvió?',
      vos: 'Gracias. ¿Qué fue lo que más te sirvió?',
      usted: 'Gracias. ¿Qué fue lo que más le sirvió?',
    }),
    nothing: 'Nada más',
    person: 'Que me escriban',
    heard: forms({
      tu: 'Anotado, gracias. Si quieres verlo con una persona, toca el botón.',
      vos: 'Anotado, gracias. Si querés verlo con una persona, tocá el botón.',
      usted: 'Anotado, gracias. Si quiere verlo con una persona, toque el botón.',
    }),
    noted: 'Anotado, gracias.',
  },
  {
    title: 'the survey',
    button: 'Survey',
    thanks: 'Thank you for telling me. It helps me get better.',
    worst: 'Thank you for telling me. What was the worst of it? If you like, a person looks into it and writes to you.',
    missing: 'Thank you. What was missing?',
    best: 'Thank you. What helped you most?',
    nothing: 'Nothing else',
    person: 'Have somebody write',
    heard: 'Noted, thank you. If you would like a person to look into it with you, tap the button.',
    noted: 'Noted, thank you.',
  },
);
