import { frame, type PageContext } from './frame';
import { html, type Html } from './html';

const PLANS = [
  { name: 'Plan 10', price: 'Q99', what: '10 GB y llamadas sin límite en el país.', chosen: false },
  { name: 'Plan 25', price: 'Q149', what: '25 GB, redes incluidas y roaming en Centroamérica.', chosen: true },
  { name: 'Plan libre', price: 'Q249', what: 'Datos sin límite y dos líneas adicionales.', chosen: false },
];

/** Stands in for somebody else's site in the demo: its one script tag is all that a host adds. */
export const hostPage = (context: PageContext): Html => {
  const { assets, brand } = context;
  const body = html`<body class="host">
    <header class="top">
      <a class="logo" href="/demo/host"><img src="${assets.url('shared/icons/mark.svg')}" alt="" width="34" height="34" />${brand.name}</a>
      <nav aria-label="Principal"><a href="/demo/host">Móvil</a><a href="/demo/host">Hogar</a></nav>
      <a class="btn small" href="/">Abrir el chat completo</a>
    </header>
    <main>
      <section class="lead">
        <h1>Internet que llega contigo</h1>
        <p>Una página de muestra: el botón de abajo abre el chat.</p>
      </section>
      <ul class="plans">
        ${PLANS.map(
          ({ name, price, what, chosen }) =>
            html`<li class="card pad">
              ${chosen && html`<span class="pill brand plain">El más elegido</span>`}
              <h2>${name}</h2>
              <p class="price num">${price}<span>/mes</span></p>
              <p class="muted">${what}</p>
              <button type="button" class="btn wide">Lo quiero</button>
            </li>`,
        )}
      </ul>
    </main>
    <script src="/launcher.js" data-label="Ayuda" data-close="Cerrar" data-hello="¿Dudas con tu plan? Te respondo al instante."></script>
  </body>`;
  return frame({ ...context, language: 'es' }, `${brand.name} · página de muestra`, ['launcher/host.css'], html``, body);
};
