/**
 * What words of several countries, and of both languages, have in common: `plata`, `lana`, `pisto` and `money` are one. A word that no utterance
 * holds is understood through its concept. `*` stands for any ending. Words are as `wordsOf` gives them.
 */
const WORDS: Readonly<Record<string, string>> = {
  money:
    'plata dinero lana pisto guita feria billete* efectivo harina money cash funds zmoney quetzal* lempira* cordobas pesos bolivianos guaranies luca* varo* dollar* dolar* cash bucks',
  airtime: 'saldo* credito* credit balance airtime aire',
  remain: 'queda* quedo restan* resta restante* sobra* remaining left disponible* available tengo tenemos cuento',
  amount: 'cuanto* cuanta* cantidad monto much many amount',
  data: 'dato* data giga* mega* gb mb internet navega* navegacion megabytes',
  minutes: 'minuto* minute* llamada* llamar* call* texto* sms mensaj* text texts message*',
  recharge:
    'recarg* carga* cargu* recharg* topup* top reload* abona* abono* ponle ponele ponme poneme meter* meterle metele echar* echale pongan ponganme depositar tarjetita add',
  pack: 'paquet* pack* bolsa* bono* combo* promo* promocion* bundle* megapack* superrecarga* paquetigo* plus oferta* offer* deal*',
  buy: 'compra* compro activar* activa* activame contrata* adquir* buy* purchase* get vende* venda* vendan regala*',
  lend: 'presta* prest* fiado* fia* fiame fien adelant* anticip* sos lend* loan* borrow* advance* emergencia',
  bill: 'factur* recibo* resibo* boleta* cuenta* bill* invoice* cobranza estado',
  pay: 'pagar* pago* paga* pague* pagu* pay* paid cancelar* cancele payment* abonar deposit* transfer* transf*',
  method: 'tarjeta* card* visa mastercard debito banco* bank* billetera* wallet* yape link enlace linea online web app paypal transferencia*',
  charged: 'cobr* cobro* charge* charged descont* descuent* debit* quita* quitaron comieron come comen comio roba* robando deducted taking took',
  missing: 'llego llega lleg* aparece apareci* refleja* reflej* acredit* entro entra* cayo cae aplic* arrive* arrived show* credited received recib*',
  excess: 'doble demas caro cara mas subio alto alta aumento increase* expensive higher high double twice repetid* dos veces',
  unwanted: 'baja cancelar* quita* quiten saca* saquen elimina* desactiv* desuscrib* unsubscribe* cancel* remove* stop desafili*',
  subscription:
    'suscri* subscri* suscripcion* musica video* tono* ringtone* ringback juegos horoscopo contenido* premium vas servicio* netflix spotify disney hbo deezer streaming',
  cut: 'suspend* cort* reconect* reconex* bloque* reactiv* desconect* restablec* rehabilit* suspension* reconnect* cut restore* disconnect*',
  paidthen: 'pague pagado pagamos pago cancele cancelado paid deposite abone transferi',
  shop: 'tienda* agencia* sucursal* oficina* local* centro* kiosko* quiosco* shop* store* branch* office* punto* modulo* ventanilla*',
  where:
    'donde adonde ubicacion* ubicad* direccion* cerca* cercan* queda where location* address near* nearest closest horario* abre* abren abierto* abierta* cierra* atienden open* hours mapa',
  wifi: 'wifi red clave contraseña* contrasena* password ssid pin network',
  modem: 'modem* router* ruter* routeador rooter caja* aparato* equipo* decodificador luces foco* led* modems ont',
  restart: 'reinici* resete* reset* restart* reboot* apag* prende* prender encend* enciend* desenchuf* reboote*',
  slow: 'lento* lenta* lentisim* slow* pega* traba* tarda* demora* intermiten* cae cortan corta velocidad speed* lag* buffer*',
  signal: 'señal* signal* cobertura* rayita* barra* barrita* coverage red conexion* connection* conect* antena* servicio service 4g 5g lte 3g',
  broken:
    'funciona* sirve* jala carga* agarra* falla* fallando problema* error* working work works anda andando malo dañad* avería averi* broken down issue* muert*',
  nothing: 'no ni sin nada ningun* tampoco not dont doesnt cant without',
  known:
    'caida* caido falla* averia* mantenimiento* corte* apagon* outage* zona* sector* area* barrio* colonia* general masiv* everyone vecino* neighbor* neighbour*',
  when: 'cuando hora fecha vence* vencimiento vencen caduca* expira* expir* when until hasta restablec* vuelve regresa* arreglan',
  stolen: 'robaron robo robad* hurt* asalt* stole* theft perd* perdi lost extravi* arrebat* quitaron',
  phone: 'celular* telefono* chip* movil* phone* sim linea* aparato numero* line* mobile* imei',
  block: 'bloque* block* suspend* inhabilit* deten* disable*',
  history:
    'histor* movimiento* ultim* detalle* registro* comprobante* transaccion* operacion* history* transaction* receipt* recent list* lista* log* last',
  consume: 'consum* gast* usad* use* uso usage used spent spend* ocup* utiliz*',
  gone: 'acab* termin* fue desapare* agot* evapor* esfum* disappear* gone vanish* ran went baj*',
  plan: 'plan* planes tarifa* contrat* incluye* trae* includes include* beneficio*',
  person:
    'asesor* agente* persona* humano* human* alguien ejecutiv* operador* representante* agent* person* representative* someone senorita oficial gente operator real supervisor* encargad* soporte',
  talk: 'habla* hable comunic* contact* platic* conversa* atiend* atienda* talk* speak* pasame paseme transfier* derive* llamen',
  complain:
    'queja* reclam* denunci* reporta* report* complain* complaint* inconform* incidencia* incidente* levantar abrir pqr inconveniente* claim* reclamacion* file open',
  case: 'caso* ticket* solicitud* tramite* requerimiento* gestion* folio case* expediente* reporte* seguimiento request* radicad*',
  status: 'estado* estatus status va avance* respuesta resuelt* resolvieron solucion* progress* update* solved pendiente* paso',
  howto: 'como how pasos requisito* puedo necesito steps manera forma trámite tramite',
  roaming: 'roaming viaj* extranjero exterior travel* abroad itinerancia pais* trip',
  port: 'portabil* portar* porta* cambiarme pasarme migrar* switch keep port porting competencia compañia',
  simchange: 'esim chip sim puk desbloque* unlock* nanosim reponer reposicion liberar',
  contract:
    'contrato* terminar rescind* titular* mudanza* mudar* mudo traslad* move moving penal* permanencia cambio* cambiar* ceder cesion upgrade* downgrade*',
  fraud: 'estafa* fraude* phishing scam* fraud* extors* control parental niños hijos electronica',
  greeting: 'hola* buen* holi hello hi hey saludos qtal hell* morning afternoon evening',
  thanks: 'gracias thank* thanks adios chao chau bye* hasta luego nos vemos goodbye agradec* amable',
  want: 'quiero quisiera deseo necesito ocupo dame deme want need would like gustaria pued* podria* ayud* help regaleme',
  // What other people's bots are asked, and this one is not.
  bot: 'robot* bot bots chatbot* creador* creo programo programador* desarrollador* siri alexa cortana inteligencia artificial maquina eres sos naciste sientes piensas duermes creator developer feelings',
  love: 'amor amo amas novi* casar* casate beso* besar enamor* sexy guapa guapo solter* love marry boyfriend girlfriend kiss wife dating',
  sport:
    'partido futbol gol goles mundial copa liga seleccion equipo* juega jugador* marcador football soccer team teams match game score league player basketball',
  weather: 'clima lluvia llover llueve llovera temperatura pronostico nublado weather rain* forecast sunny snow temperature',
  food: 'pizza* comida* comer receta* cocin* almuerz* cena* desayun* hamburguesa* pollo arroz carne cafe hambre galletas pastel food recipe* cook* restaurant* dinner lunch breakfast calories meal hungry eat',
  health:
    'doctor* medic* dolor duele fiebre enferm* hospital* farmacia* pastilla* dieta gripe sick pain headache vaccine medicine deprimid* triste sad',
  travel:
    'vuelo* hotel* pasaje* avion aerolinea* aeropuerto* bus buses boleto* taxi uber gasolina playa flight* airline* airport passport visa rental vacation luggage',
  finance:
    'hipoteca ahorro* cheque* sueldo salario bolsa acciones bitcoin dolar euro inversion seguro mortgage savings salary stock* credit score checking insurance taxes tax apr interest',
  goods:
    'zapat* ropa carro* auto autos moto motos coche refri* lavadora* televisor* tele tv mueble* casa* perfume juguete* shoe* clothes car cars house furniture toothpaste fridge tire* oil',
  school:
    'tarea* matematic* examen universidad colegio escuela raiz cuadrada suma multiplica* ingles traduc* homework math exam college translate spell divided sqrt',
  leisure:
    'pelicula* cancion* serie series cine actor actriz libro* cantante videojuego* play movie* song* film book* tv show actress playlist album',
  utility: 'luz agua gas electric* kilowatt* water electricity cable',
  knowledge:
    'significado significa invento descubrio presidente mundo tierra luna galaxia planeta* teoria historia capital habitantes murio nacio meaning invented president world planet country definition who',
  insult: 'tonto tonta idiota* estupid* inutil* mierda puta puto pendej* basura imbecil* feo fea stupid idiot dumb ugly useless',
  fun: 'chiste* broma* adivinanza* poema cuento joke* riddle poem funny sing canta baila horoscopo signo loteria lottery',
  errand:
    'alarma recordatorio cronometro calendario agenda reunion lista compras reserva* alarm remind* timer calendar meeting schedule todo reservation appointment volume',
  // Things of the world that no telco deals in: they make a strange text stranger than unknown words do.
  nature:
    'rio* montaña* volcan* oceano* bosque* arbol* flor* playa* isla* desierto* sol lluvia* nieve viento terremoto* temblor* estrella* espacio universo atmosfera oxigeno mountain* ocean* forest* tree* flower* beach* island* desert* sun star stars space universe earthquake* storm* hurricane* tornado* volcano* lake*',
  body: 'cabeza mano* pie* ojo* nariz boca pelo cabello muela* diente* espalda estomago panza corazon sangre hueso* cerebro pierna* brazo* head hand* foot feet eye* nose mouth hair tooth teeth back stomach heart blood bone* brain leg* belly skin',
  family:
    'abuel* tio tia tios prim* sobrin* cuñad* suegr* espos* novi* beb* boda casamiento uncle aunt cousin* grand* wedding baby girlfriend* boyfriend* husband wife nephew niece',
  trade:
    'abogad* plomero electricista carpintero mecanic* dentista veterinari* profesor* maestr* ingenier* enfermer* peluquer* policia bombero* lawyer* plumber* electrician* mechanic* dentist* vet teacher* engineer* nurse* barber* police firefighter*',
  job: 'empleo trabajo trabajar vacante* curriculum sueldo salario aguinaldo jefe oficio entrevista renuncia job jobs salary payday resume vacancy hiring interview boss paycheck resignation career',
  papers:
    'pasaporte visa licencia cedula acta notario divorcio herencia impuesto* multa* elecciones votar voto passport license licence divorce inheritance tax taxes fine vote election* notary certificate',
  code: 'python java javascript html css sql codigo* programacion algoritmo compilador linux windows excel word printer impresora computadora compu ordenador laptop software virus antivirus code programming compiler algorithm computer* keyboard mouse',
  faith:
    'dios jesus biblia iglesia misa rezar reza oracion santo virgen papa alma demonio fantasma* god jesus bible church pray prayer soul ghost* devil angel* heaven',
  mood: 'triste feliz enojad* aburrid* cansad* sol solo sola miedo llorar reir contento sad happy angry bored tired lonely afraid cry laugh scared depressed anxious',
  fame: 'messi ronaldo shakira trump obama maradona einstein shakespeare cervantes picasso napoleon bolivar beyonce madonna',
  house:
    'cocina baño techo pared piso ventana puerta jardin sala cuarto cama silla mesa lavadora estufa refrigerador* kitchen bathroom roof wall floor window garden bedroom bed chair sink toilet garage dishwasher oven',
  car: 'carro* coche* llanta* aceite motor gasolina freno* choque licencia estacionamiento trafico autopista tire* tires engine brake* gas parking traffic highway driving drive accident mileage',
  arts: 'pint* poema* poeta novela autor* escrib* musica* guitarra piano baile bailar cantar paint* poet* novel writer guitar dance sing drawing museum*',
  measure:
    'kilo* metro* litro* libra* onza* pulgada* grado* kilometro* milla* mile* inch* ounce* pound* gallon* degrees celsius fahrenheit percent divided plus square',
  nations:
    'francia alemania italia japon china rusia brasil argentina inglaterra africa europa asia egipto grecia india france germany italy japan russia england africa europe asia egypt greece brazil paris londres roma tokio london rome',
  you: 'eres sos naciste creo creador hablas sabes gusta gustan gustas piensas opinas vives duermes comes sueñas odias amas',
  colors: 'azul* rojo amarill* morado color colores blue yellow purple color colors',
  animal:
    'perro* gato* mascota* caballo* vaca* pajaro* pez peces leon* tigre* elefante* oso* raton mono* tortuga* araña* serpiente* dog dogs cat cats pet pets animal* horse* cow* bird* fish lion* tiger* elephant* bear* monkey* spider* snake* turtle*',
  // Small talk, finer than above.
  assistants: 'siri alexa cortana bixby hal skynet watson jarvis chatgpt gpt gemini copilot',
  maker:
    'jefe jefa dueño dueña director* directora supervis* ordena manda mandan amo superior* inventor* escritor* autor guion* programad* desarrollador* creador* creo hizo fabric* boss owner maker creator* made built',
  happy: 'feliz felic* content* alegre* alegr* dichos* entusiasm* emocionad* happy glad cheerful excited joy*',
  sad: 'triste* deprim* llor* desanimad* infeliz hundid* sad unhappy cry crying blue',
  angry: 'enoj* enfad* furios* cabread* rabia humor irritad* disgustad* bronca angry mad annoyed furious grumpy',
  tired: 'cansad* agotad* agotas hastiad* rendid* sueño dormir dormirme duerm* baldad* sobar exhaust* tired sleepy sleep nap',
  hungry: 'hambr* hambrient* comer comes tripa* vegan* vegetarian* almorzar cenar hungry starving eat',
  bored: 'aburr* bored boring tedio',
  pretty: 'guap* bonit* lindo linda hermos* bello bella atractiv* sexy precios* pretty beautiful handsome cute attractive',
  ugly: 'feo fea feos feas feisim* horroros* horrible* espantos* ugly hideous',
  stupid: 'tont* inutil* incompeten* idiota* estupid* imbecil* bobo boba gilipollas torpe* burro burra fatal stupid dumb useless fool*',
  clever: 'listo lista listos listas inteligen* brillant* perspica* genio sabio sabia smart clever genius wise',
  marry: 'casar* casarte casarnos casas boda matrimonio declares marry married wedding propose',
  adore: 'adoro adora adoras encanta encantas encanto amor amas amo amar love loves lover enamor*',
  joke: 'chist* broma bromas bromeas gracios* divertid* reir rio riendo risa risas carcajad* jaja* haha* joke* funny laugh* hilarious',
  hush: 'callate callat* callas calles silencio cierra shut quiet hush',
  birth: 'cumple* edad naciste mayor viejo vieja joven pequeño pequeña birthday age old born young',
  name: 'nombre llamas llaman apellido identific* presentate name called',
  existence: 'vida proposito sentido existimos existir existencia existes life purpose meaning exist',
  question: 'pregunta* preguntar duda dudas question* ask asking',
  answer: 'respuesta* respondes responder contestas dices dicho dijiste answer* reply replies said',
  opinion: 'opin* piensas piensa pienso crees creo considero parece pareces thoughts think believe',
  gender: 'hombre mujer chica chico masculin* femenin* genero sexo hermafrodit* gay male female gender boy girl man woman',
  presence: 'ahi aqui estas presente there around anybody alguien present',
  ability: 'puedes capaz capacidad* sabes haces sirves funcion* capable able',
  praise: 'genial excelente fantastic* increible formidable maravillos* estupend* perfect* guay chevere brutal great awesome amazing nice wonderful',
  leaving: 'marcho largo largue irme salgo luego pronto chao ciao adios leaving leave',
  days: 'lunes martes miercoles jueves viernes sabado* domingo* semana* monday tuesday wednesday thursday friday saturday sunday week weekend',
  lonely: 'solo sola soledad nadie amigos amigas amigo amiga alone lonely nobody friends friend',
};

const exact = new Map<string, number[]>();
const prefixes = new Map<string, number[]>();
for (const [at, words] of Object.values(WORDS).entries()) {
  for (const word of words.split(' ')) {
    const [into, key] = word.endsWith('*') ? [prefixes, word.slice(0, -1)] : [exact, word];
    into.set(key, [...(into.get(key) ?? []), at]);
  }
}
const LONGEST_PREFIX = Math.max(...[...prefixes.keys()].map(({ length }) => length));

/** The concepts of a word, as numbers below {@link CONCEPTS}. */
export function conceptsOf(word: string): readonly number[] {
  const found = [...(exact.get(word) ?? [])];
  for (let length = 2; length <= Math.min(word.length, LONGEST_PREFIX); length++) found.push(...(prefixes.get(word.slice(0, length)) ?? []));
  return found;
}
