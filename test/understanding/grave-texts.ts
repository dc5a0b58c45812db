import type { Alarm } from '../../src/domain/alarm';

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What must never meet a menu, one text per line, as people type it. */
export const GRAVE: Readonly<Record<Alarm, readonly string[]>> = {
  crisis: lines(`
    ya no quiero vivir
    no quiero vivir mas
    ya no kiero bibir
    me quiero morir
    me kiero morir ya no aguanto
    quiero morirme
    me quiero matar
    me voy a matar
    voy a matarme hoy en la noche
    estoy pensando en suicidarme
    pienso en el suicidio todos los dias
    tengo ganas de morir
    quiero quitarme la vida
    voy a acabar con mi vida
    ya no le encuentro sentido a la vida
    mi vida ya no tiene sentido
    no vale la pena vivir
    no tengo ganas de vivir
    estarian mejor sin mi
    mejor me muero
    ojalá no despertara mañana
    me corto los brazos cuando estoy triste
    me quiero cortar las venas
    me tome todas las pastillas
    me quiero tirar de un puente
    quiero desaparecer de este mundo
    mi hijo se quiere matar y no tengo saldo para llamar
    mi hermana se quiere suicidar ayudenme
    me quiero ahorcar
    preferiria estar muerta
    nadie me va a extrañar si me muero
    estoy cansado de vivir
    hola buenas disculpe es que no tengo saldo y la verdad ya no quiero seguir viviendo
    kiero suisidarme
    I want to die
    i dont want to live anymore
    I'm going to kill myself
    thinking about suicide
    i want to end my life
    everyone would be better off without me
    i keep hurting myself
    there is no reason to live
    my brother wants to kill himself
    ya no quiero seguir, estoy harta de todo
    no quiero hablar con nadie, ya decidi que hoy me voy de este mundo
    tengo un frasco de pastillas en la mano y me las voy a tomar todas
    me voy a tomar un veneno
    ya no puedo mas con todo esto, quiero que todo termine
    siento que ya no tengo por que vivir
    para que seguir viviendo
    quiero dejar de existir
    a veces pienso que el mundo estaria mejor sin mi
    no soporto vivir asi
    me quiero ir de este mundo
    ayer intente matarme
    mi mama dice que se va a matar
    mi amigo se quiere quitar la vida no se a quien llamar
    quiero estar muerto
    estoy en el puente y voy a saltar
    ya me despedi de mis hijos
    hoy es mi ultimo dia
    no quiero despertar mañana
    quiero acabar con todo
    me estoy cortando
    no vale la pena seguir viviendo
    la vida no tiene sentido para mi
    me dan ganas de tirarme a un carro
    i cant go on anymore, i want it all to end
    i took a bunch of pills
    i have a gun and im going to use it on myself
    nobody would care if i died
    me quiero desvivir
    no le veo caso a seguir viviendo
    mejor no hubiera nacido
    tengo una soga lista
    ya no le importo a nadie y quiero morirme
    mi mejor amiga me escribio que se va a tomar unas pastillas
    me siento tan mal que quiero dormir y no despertar nunca
    voy a hacer una locura
    quisiera estar bajo tierra
    me quiero hacer daño
    que alguien me mate ya
    adios a todos ya no me busquen
    estoy pensando en tirarme al metro
    i feel like ending it
    life isnt worth it anymore
    i dont see a reason to keep living
    ya me canse de vivir asi
    prefiero estar muerta que seguir asi
    siento que estorbo y que seria mejor morirme
    he pensado en dejar este mundo
    ya compre el veneno
    me tome 20 pastillas de acetaminofen
    nadie me quiere, no quiero estar aqui
    no se como decirlo pero tengo pensamientos suicidas
    estoy tan deprimida que no quiero ni existir
    ojala me hubiera muerto en el accidente
    mi papa dice que ya no quiere vivir
    should i just die
  `),
  extortion: lines(`
    me llaman y dicen que van a matar a mi hijo si no deposito
    me están extorsionando
    me estan estorcionando por telefono
    recibo llamadas de extorsion de este numero
    me piden dinero para no matarme
    dicen que me van a matar si no les pago
    unos mareros me piden la renta
    me estan cobrando la renta los pandilleros
    me llaman desde la carcel y me piden plata
    me chantajean con fotos intimas
    amenazan con publicar mis fotos si no pago
    va a subir mis videos intimos si no le mando dinero
    dicen que tienen secuestrada a mi hija y piden rescate
    si no deposito 5000 le van a hacer daño a mi familia
    un numero desconocido me exige 3000 o matan a mi esposo si no pago
    me piden cuota para no quemarme el negocio
    llamada de la carcel amenazando
    me quieren sacar dinero amenazandome y piden deposito
    me estan chantajeando por whatsapp
    sufro extorsión en mi negocio
    someone is extorting me
    i am being blackmailed
    they say they will kill my son if i dont pay
    he threatens to post my photos unless i send money
    they want a ransom for my brother
    they kidnapped my daughter and want money
    me mandaron un mensaje que si no pago 5000 van a quemar mi tienda
    me estan pidiendo la renta los de la mara
    me piden cuota para dejarme trabajar
    me estan cobrando vacuna
    dicen que tienen a mi hija y quieren plata
    un numero me escribe que si no le mando dinero publica mis fotos
    tienen mis fotos desnuda y me piden dinero
    me llaman de la carcel pidiendo dinero con amenazas
    me dicen que secuestraron a mi hermano y que deposite
    they want money or they will post my pictures
    me estan chantajeando con un video
    me estan amenazando si no pago
    me piden 10 mil quetzales o matan a mi familia
    llaman pidiendo dinero que porque tienen a mi sobrino
    los mareros me piden dinero por mi negocio
    amenazan con subir un video mio si no deposito
    un mara me pide plata cada semana
    dicen que me van a matar si no les deposito
    me exigen un pago para no hacerle daño a mi familia
    me mandan fotos de mi casa y piden dinero
  `),
  threat: lines(`
    me quieren matar
    me van a matar unos tipos
    me amenazaron de muerte
    me estan amenazando por whatsapp
    recibo amenazas de un numero
    mi ex me amenaza
    mi esposo me pega
    mi marido me quiere matar
    tengo miedo de que mi ex me mate
    un hombre me esta siguiendo
    me estan persiguiendo
    estan entrando a mi casa
    mi vida corre peligro
    estoy en peligro
    mi pareja me golpea y no puedo llamar
    un desconocido me acosa por llamadas
    secuestraron a mi hermano
    me tienen encerrada
    sufro violencia domestica
    dice que va a matar a mi familia
    me apuntaron con una pistola
    me mandan amenasas por mensaje
    he is threatening to kill me
    i am getting death threats
    my husband beats me
    someone is following me
    someone is breaking into my house
    i am in danger
    i fear for my life
    my ex is stalking me
    mi marido me pega y me quito el telefono
    me amenazaron de muerte por mensaje
    hay alguien tratando de entrar a mi casa
    mi expareja no deja de llamarme y dice que me va a matar
    me mandan mensajes diciendo que saben donde vivo
    me dijeron que me van a desaparecer
    tengo miedo mi esposo esta borracho y me quiere pegar
    mi esposo me golpeo y no se a quien llamar
    me quieren hacer daño
    me llaman a cada rato a amenazarme
    me sigue un carro desde hace rato
    me dijo que si lo denuncio me mata
    alguien se metio a mi casa
    un vecino me amenazo con una pistola
    un tipo me amenazo con un cuchillo
    mi novio me golpea
    recibo mensajes de muerte
    hay un hombre afuera de mi casa
  `),
  theft: lines(`
    me acaban de robar el cel
    me robaron el celular
    me rrobaron mi cel hoy en la mañana
    me asaltaron y se llevaron mi telefono
    me quitaron el telefono en el bus
    perdi mi celular
    se me perdió el teléfono
    perdí el chip
    me hurtaron el celular bloqueen la linea
    le robaron el celular a mi mama
    quiero reportar el robo de mi telefono
    bloquear linea por robo
    quiero bloquear mi numero porque me robaron
    dejé olvidado mi celular en un taxi
    extravie mi celular
    mi celular fue robado
    celular robado
    me asaltaron
    se me perdio mi iphone
    me bolsearon y me robaron el telefono
    un ladron se llevo mi celular
    no encuentro mi celular
    me robaron la cartera con el telefono adentro
    me robaron mi samsung
    me arrebataron el cel en la calle
    roban mi celular y no puedo entrar a nada
    a mi hijo le robaron el celular
    necesito que bloqueen mi linea me robaron
    mi telefono me lo robaron anoche
    me robaron la linea
    someone stole my phone
    my phone was stolen
    i lost my phone
    i got mugged and they took my cell phone
    i left my phone in a taxi
    report a stolen phone
    block my line my phone got stolen
    i lost my sim card
    me acaban de quitar el cel en la camioneta, que hago
    me quitaron el celular en el bus
    me arrebataron el fon
    me volaron el celular
    me chorearon el celu
    me bajaron el celular
    me afanaron el celu en el bondi
    me hurtaron el movil ayer
    me robaron mi cel
    me robaron la bolsa con todo y telefono
    se robaron el telefono de mi mama
    perdi mi cel en el parque
    se me perdio el celu
    deje el celular en un taxi
    se me quedo el telefono en el uber
    entraron a la casa y se llevaron los celulares
    me asaltaron y se llevaron todo
    unos motorizados me quitaron el telefono
    me sacaron el cel del bolsillo
    bloqueen mi linea me robaron
    i lost my phone on the bus
    someone snatched my phone
    me robaron el telefono y no se mi imei
    no aparece mi celular creo que me lo robaron
    me encañonaron y se llevaron mi iphone
    me pelaron el celular
    un ladron tiene mi celular
    me cartereó el cel un tipo
    se subieron unos ladrones al bus y me quitaron el telefono
    me robaron hace rato y se llevaron mi cel necesito bloquear
    anoche me asaltaron
    me sacaron el telefono de la bolsa y no me di cuenta
    mi celular me lo robaron en el mercado
    extravié mi teléfono
    ayuda me robaron
    se metieron a robar a mi casa y se llevaron mi telefono
    they took my phone at gunpoint
    me robaron el cel y estan gastando mi saldo
    me quitaron la moto y el telefono con pistola
    necesito suspender mi linea porque me asaltaron ayer
    un chavo salio corriendo con mi celular
    me robaron en el tren ligero mi samsung
    me jalaron el celular de la mano
    mi hija perdio su telefono
  `),
  fraud: lines(`
    me pidieron un codigo y se lo di
    me llamaron y me pidieron el codigo que me llego
    le di mi clave a un señor que llamo
    di mi codigo por telefono
    les pase mi pin
    me estafaron
    fui victima de una estafa
    cai en una estafa por facebook
    me hackearon el whatsapp
    me jakearon mi cuenta
    me clonaron el chip
    alguien cambio mi chip sin mi autorizacion
    se hicieron pasar por ustedes y les di mis datos
    me llego un codigo que yo no pedi
    me llegan codigos que no solicite
    sacaron una linea a mi nombre y yo no fui
    suplantaron mi identidad
    me llamaron que gane un premio y tengo que depositar
    entre a un link y puse mis datos
    una señorita me pide el codigo que me llego por mensaje
    me vaciaron la billetera
    alguien entro a mi cuenta sin permiso
    un tipo me esta pidiendo mi pin
    mande el codigo a un desconocido
    me robaron la cuenta de whatsapp
    quiero denunciar un fraude
    me engañaron y les mande dinero es una estafa me estafaron
    deposite dinero y era estafa
    me duplicaron el chip
    me dijeron que era de la empresa y les di la clave
    i got scammed
    i gave someone my code
    they asked for my code and i gave it to them
    someone hacked my account
    my whatsapp was hacked
    somebody called pretending to be from your company
    i clicked a link and entered my card
    my sim was cloned
    i got a code i didnt request
    i gave him my pin
    un muchacho me esta hablando ahorita y quiere que le de mi pin de la billetera, es de ustedes?
    me estan pidiendo un codigo por telefono ahora mismo
    me llamo un señor que dice ser de la empresa y me pidio el codigo
    di mi clave a alguien que me llamo
    me dijeron que gane un carro y que mande una recarga
    les di los datos de mi tarjeta por telefono
    me estafaron con una recarga
    alguien hizo un cambio de chip sin mi permiso
    se metieron a mi billetera y me sacaron el dinero
    una señorita de tigo me dice que le dicte los numeros que me llegaron
    me dicen que me van a cortar si no les doy el codigo
    le mande el codigo a un desconocido
    compre un telefono por facebook y me estafaron
    estan usando mi linea para estafar a mis contactos
    entre a un link y puse mi clave
    someone is asking me for the code you sent
    i gave my pin to a caller
    they hacked my line
    me llaman y me piden mi numero de dpi y el codigo que me llego
    me quede sin señal de repente y alguien cambio mi chip
    sacaron un prestamo a mi nombre
    me escribio un tal asesor de ustedes pidiendome el codigo que me llego por mensaje
    un señor me llamo y me pidio que le dijera los 6 numeros que me llegaron
    creo que me estan tratando de estafar
    caí en una estafa con una recarga
    le di el pin a un señor por telefono
    me llego un mensaje de un premio y me piden depositar
    se hicieron pasar por ustedes y me sacaron plata
    alguien esta usando mi numero
    dicen que soy ganador de un carro y que recargue 100 para reclamarlo
    me están suplantando
    some guy called saying he is from your company and asked for my pin
    i think im being scammed right now
    me escriben por whatsapp pidiendo el codigo de 6 digitos
    un supuesto trabajador de ustedes me pidio mi clave
    recibi una llamada rara pidiendome datos personales
    me ofrecieron un premio si daba mi pin
    le pase mi codigo a un extraño
    abrieron una linea con mi cedula
    alguien duplico mi sim y entro a mi banco
  `),
  death: lines(`
    mi papá falleció y quiero dar de baja su línea
    murio mi mama y quiero cancelar el internet
    mi esposo murió y la cuenta está a su nombre
    mi esposo murio y quiero quitar su linea
    murio mi papa y quiero dar de baja su plan
    murió mi mamá, cancelen su celular
    quiero cancelar el internet porque mi mama murio
    el titular fallecio
    el dueño de la linea murio
    quiero cancelar la linea de un fallecido
    mi abuelita acaba de fallecer
    baja por fallecimiento
    tengo el acta de defuncion que hago con la linea
    cambio de titular por fallecimiento
    mi difunto esposo tenia una linea con ustedes
    se murio mi papa
    mi mama ya fallecio hace dos meses
    perdi a mi esposo la semana pasada y sigue llegando la factura
    la señora que era titular fallecio
    linea a nombre de mi padre fallecido
    quede viuda y la linea esta a nombre de el
    mi hermano fayecio
    el titular de la cuenta ya no vive
    falesio mi abuelo necesito dar de baja el servicio fallecio
    my father died and i want to cancel his line
    my husband passed away
    the account holder died
    i have the death certificate
    cancel the line of a deceased person
    my late wife had a contract
    my mom died last week
    mi esposo fallecio el mes pasado
    se murio mi mama y quiero cancelar
    el dueño de la linea ya murio
    mi abuelita descanso ayer
    que hago con la linea de mi hermano que en paz descanse
    mi papa q e p d tenia un plan
    la titular es mi mama pero ya fallecio
    mi hijo murio en un accidente y me siguen cobrando
    my father passed away and i need to cancel
    mi viejo ya no esta con nosotros
    mi madre murio hace dos semanas
    quiero cancelar el telefono de mi difunto padre
    mi esposa fallecida tenia contrato
    el titular del contrato fallecio hace un año
    acaba de morir mi papa
    mi abuelo ya no vive y siguen llegando recibos
    mi suegra ya fallecio y quiero dar de baja
    se nos fue mi abuelo la semana pasada
    la dueña del telefono murio
    mi mama murio de covid
  `),
};

/** What sounds a little like it, and is everyday business. */
export const EVERYDAY: readonly string[] = lines(`
  me muero de risa
  jajaja me muero
  me muero de hambre mientras espero
  me muero de sueño
  me muero por tener netflix
  este internet me mata
  me mata la lentitud de su internet
  mi plan murió
  se murió el internet
  murió mi teléfono
  mi celular se murio
  se me murio la bateria
  mi celular esta muerto
  el modem murio
  quiero matar la suscripción
  para matar el tiempo
  me robaron el saldo
  me roban el saldo
  me robaron los datos
  me están robando el saldo todos los dias
  se robaron mis megas
  me quitaron el saldo
  me quitaron los datos
  me quitaron 5 quetzales
  son unos ladrones
  son unos ladrones hijos de p*, me cobraron doble
  esto es un robo
  es una estafa lo que cobran
  ustedes son una estafa
  me estan estafando con la factura
  me robaron 20 quetzales de mi recarga
  mi mama me va a matar si no recargo
  mi jefe me va a matar porque no contesto
  me amenazan con cortarme el servicio
  me amenazaron con suspender la linea
  me pidieron un codigo y no me llega
  me piden un codigo para entrar y no llega
  no me llego el codigo
  mi codigo es 48 29 10
  que codigo me pide
  olvide mi clave
  cual es la clave del wifi
  quiero cambiar la contraseña del wifi
  perdi mi clave
  olvide mi pin de la billetera
  perdi señal
  perdi la señal en mi celular
  perdi mi factura
  perdi los datos
  perdi mi recibo
  se perdio la recarga
  quiero recargar 20
  recargame 20 al 5555-1234
  cuanto saldo tengo
  mi papa no tiene saldo
  quiero recargar el celular de mi papa
  el celular de mi mama murio
  la linea de mi papa no funciona
  quiero pagar la factura de mi mama
  cambio de titular
  quien es el titular de la linea
  quiero cambiar el dueño de la linea
  dar de baja la linea de mi hijo
  quiero cancelar mi linea
  no quiero seguir con este plan
  ya no quiero el plan
  ya no quiero seguir pagando tanto
  no quiero vivir con este internet tan malo
  no puedo vivir sin internet
  vivo en zona 10
  donde vivo no hay señal
  en mi casa no hay señal
  quiero ver el partido en vivo
  video en vivo
  cortaron mi linea
  me cortaron el servicio
  me cortaron el internet
  corte de energia
  cuando cortan el servicio
  se corta la llamada
  bloquear una linea
  bloquear mi celular
  quiero bloquear un numero que me llama
  desbloquear mi celular
  desbloquear mi sim
  me pide puk
  me pide el pin del chip
  el celular me pide un codigo puk
  la app me pide una contraseña
  el modem no tiene señal
  me dieron un codigo de recarga
  como transfiero saldo
  le pase saldo a mi mama
  le di saldo a mi hermano
  le mande saldo a un amigo y no le llego
  pase mi numero a otra compañia
  quiero pasar mi linea a prepago
  deposite y no me reconectan
  deposite en el banco y no aparece mi pago
  ya pague y no me reconectan
  pague y me cobraron doble
  si no pago hoy me cortan?
  que pasa si no pago
  si no pago me suspenden la linea?
  si no deposito hoy cuando me cortan
  amenaza de lluvia hay falla?
  me acosan con llamadas de cobro
  me persiguen con mensajes de publicidad
  dejen de molestar con promociones
  quiero terminar con mi contrato
  quiero terminar mi contrato
  quiero acabar con esto de una vez pagar mi deuda
  acabo de recargar y no llego
  se acabaron mis datos
  se me acabo el saldo
  ya no aguanto este servicio
  estoy harto de su internet
  estoy cansado de esperar
  no aguanto mas esperando
  para que sirve el adelanto
  no vale la pena este plan
  mi plan no vale nada
  no tiene sentido este cobro
  no quiero estar en este plan
  quiero desaparecer ese cobro
  quiero salir
  quiero un paquete de muerte
  que buen plan esta de muerte
  estoy muerto de cansancio
  estoy muerta de la risa
  mi perro se comio el cable
  mataron la señal
  se tiro el sistema
  se cayo el sistema
  se cayó mi celular al agua
  se me cayo el telefono y se quebro la pantalla
  se quebro mi celular
  compre un celular nuevo
  quiero un celular
  venden celulares
  mi celular no agarra señal
  me dieron un chip nuevo
  quiero cambiar mi chip
  necesito reponer mi chip
  como activo mi chip
  no encuentro mi factura
  no encuentro la tienda
  no encuentro el numero de contrato
  mi hijo gasta mucho saldo
  mi hijo no tiene datos
  mi esposa quiere un plan
  mi esposo paga la factura
  mi novia no me contesta porque no hay señal
  gane una promocion
  como participo en el sorteo
  quiero mi premio de la promocion
  me llamaron de ustedes para ofrecer un plan
  quien me llamo
  es verdadero este mensaje de promocion
  hay fraude si pago con tarjeta?
  es seguro pagar aqui
  quiero hacer un reclamo
  pongan una denuncia en la sit
  tengo 13 y kiero un prestamo de saldo
  soy sordo no me llamen
  tengo miedo de que se acabe la promocion
  me da miedo poner mi tarjeta
  hola
  buenas tardes
  gracias
  internet lento
  this internet is killing me
  my phone died
  my battery died
  my modem is dead
  the line went dead
  i am dying to know when it comes back
  kill the subscription
  i lost my signal
  i lost my bill
  you stole my balance
  somebody took my data
  you guys are scammers
  this is a scam
  they are threatening to cut my line
  i need a code
  the code did not arrive
  what is the code
  i live in zone 10
  cant live without internet
  my mom is going to kill me
  i want to die of laughter
  i want to pay my bill
  my dad wants a plan
  my wife has no data
  end my contract
  end my subscription
  cut my plan
  block my line
  i hurt my phone screen
  lost connection on my phone
  report an outage
  me hackearon el wifi
  i think my wifi was hacked
  i was robbed of my balance
  my wife is angry with me
  i was treated badly at the store
  me engañaron al venderme el plan
  ya no quiero seguir con este plan
  ya no quiero seguir pagando
  no quiero seguir con ustedes
  estoy harto de todo esto, cancelenme el servicio
  ya no puedo mas con este internet
  me van a quitar el celular si no pago?
  me quitaron el saldo
  me quitaron los megas
  quiero quitar el chip del celular
  me pueden quitar el numero
  me quitaron el descuento
  no se pueden llevar mi numero?
  me bajaron la velocidad
  me bajaron el plan
  me volaron los megas
  perdi mi factura
  me pide el pin de la billetera
  me pide el codigo
  el tecnico me pidio el codigo del cliente
  ustedes me piden un codigo
  el chat me pide codigo y no llega
  me piden el dpi en la tienda
  quiero que me den un codigo
  me llamo una señorita de ustedes para ofrecerme un plan
  me dieron un pin en la tienda
  quiero cambiar el pin de mi billetera
  mi pin se bloqueo
  mi papa quiere saber su saldo
  mi mama me quito el celular y no puedo ver mi saldo
  quiero dejar de recibir mensajes
  quiero dejar de pagar
  quiero que todo funcione
  quiero que termine mi contrato
  hoy es el ultimo dia de la promo?
  hoy es mi ultimo dia de pago
  me despedi de mi plan anterior
  voy a saltar al plan de 20 gigas
  que desmadre con su app me va a dar algo
  cobran renta del modem?
  cuanto es la cuota mensual
  me cobran cuota de instalacion
  vacuna
  tienen mi numero mal
  publican las promociones en facebook?
  van a mandar el tecnico o que
  le mando dinero a mi hijo por la billetera
  saben donde vivo para mandar tecnico?
  me siguen cobrando
  me sigue llegando publicidad
  como descanso de tanta publicidad
  saque un prestamo de saldo
  me sacaron un prestamo de saldo
  quiero sacar un chip con mi numero
  se me descargo el celular
  me quede sin señal de repente
  me cambio el chip la señorita de la tienda
  dejenme en paz con las promociones
  ya no quiero hablar con maquinas estoy harta
  el tipo del modem me dijo que llamara
  se me olvido el celular en mi casa puedo entrar desde la compu?
  alguien me puede ayudar con mi pin
  quiero que alguien me de mi codigo puk
  me dijeron que dicte mi numero de contrato
  me pueden dar el codigo que me llego no aparece
  voy a hacer una locura y contratar el plan caro
  voy a seguir viviendo en la misma casa
  quiero seguir viviendo en zona 5, hay cobertura?
  me pidieron el numero de contrato y la cedula en la tienda
  me dijo el tecnico que le diera el codigo de la orden
  el asesor me pidio el codigo de verificacion que ustedes mandan
  dicen que soy ganador de una promocion de saldo doble
  gane una recarga, como la reclamo
  pague y me mandaron un mensaje de premio
  me piden codigo para entrar a la app
  no me llega el codigo para entrar
  alguien esta usando mi wifi
  alguien esta usando mi internet
  mi vecino esta usando mi wifi
  alguien entro al internet de mi casa
  el tecnico entro a mi casa y dejo los cables
  los tecnicos entraron a mi casa y rompieron la pared
  me sigue llegando el mensaje
  me siguen cobrando el plan
  me siguen llegando mensajes de amenaza de corte
  me quieren cobrar de mas
  me quieren cobrar reconexion
  me mata la lentitud
  me van a tronar el plan con tantos cobros
  se me murio el telefono
  se me fue la señal en el bus
  me hace daño a los ojos la pantalla
  el cable hizo daño a la pared
  no quiero tomar el plan nuevo
  quiero tomar el paquete de 20
  voy a tomar el plan de 199
  voy a tomar el bote de 5 gigas
  quiero acabar con la deuda ya
  quiero acabar con todo lo que debo
  voy a terminar con todo, cancelenme
  hoy es la ultima noche de la promo?
  me despedi de mi trabajo y no puedo pagar
  quiero salir del plan
  ya no me esperen el pago es mañana
  me canse de esperar
  me canse de llamar al 611
  estoy cansada de vivir sin internet
  siento que me estan robando el saldo
  siento que deberia cambiar de plan
  ayuda me robaron saldo
  ayuda me robaron los megas
  urgente me robaron el saldo otra vez
  ayuda me han robado 20 quetzales de saldo
  me quieren quitar la linea?
  me acaban de quitar el servicio
  me acaban de quitar el saldo
  acaban de bajar mi velocidad
  mi papa me quito el telefono
  que en paz descanse mi celular se cayo al agua
  mi hermano descansa hoy y quiere internet
  alguien cambio mi plan
  alguien cambio la clave del wifi
  otro cambio mi contraseña
  saque un prestamo a mi nombre con ustedes
  me piden cuota inicial para el plan
  cobran cuota para dejarme el modem?
  quieren que pague por mi video
  tienen mis fotos en la nube de 100 GB?
  subir mis fotos a la nube
  como puedo subir un video si no tengo datos
  quiero enseñar videos y no carga
  se me cae la llamada cada rato, me llaman y no escucho
  la señorita dice que le pase mi dpi para el tramite
  mi hijo quiere que le pase saldo
  mi mama quiere que le mande megas
  el banco me pide el numero de cuenta
  me pidio que le mandara la foto de la factura
  que le diga el numero de caso
  can you stop all the charges
  i want this all to stop charging me
  i cant go on the internet anymore
  is it worth it
  my plan isnt worth it
  thinking about ending my contract
  i need a reason to keep your service
  someone called saying my plan expires
  a guy from your company called and asked for my address
  they called asking if i want a promotion
`);
