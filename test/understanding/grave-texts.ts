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
  `),
  death: lines(`
    mi papá falleció y quiero dar de baja su línea
    murio mi mama y quiero cancelar el internet
    mi esposo murió y la cuenta está a su nombre
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
`);
