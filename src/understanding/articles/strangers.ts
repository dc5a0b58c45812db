import type { Language } from '../../domain/texts';

/** Texts that no help center of a telco answers, many of them with words that such a help center has. */
export const STRANGERS: Readonly<Record<Language, readonly string[]>> = {
  es: `qué hora es en japón|cuéntame un chiste|quién ganó el partido de ayer|cómo se hace el arroz con pollo|va a llover mañana|te amo|cuánto es 25 por 4
asdf qwer zxcv|me duele la cabeza qué tomo|quién es el presidente|a cuánto está el dólar hoy|quiero un vuelo a cancún|recomiéndame una película
vendo carro usado|cuántos años tienes|eres tonto|feliz cumpleaños|quiero pedir una pizza|ponme una alarma a las seis|dónde está la torre eiffel
cuál es el sentido de la vida|traduce hola al inglés|cuándo es semana santa|mi perro no come|necesito un abogado|qué me pongo para la boda
cómo bajo de peso|quiero sacar un préstamo para una casa|cuánto gana un médico|busco trabajo de chofer|me dejó mi novia|tarea de matemáticas
cuál es la capital de francia|quién pintó la mona lisa|hola bebé|jajaja|ok|mmm|😂|no sé|gracias por nada|dame el número de la lotería
cuánto cuesta un iphone en miami|mi lavadora no enciende|la refrigeradora no enfría|se fue la luz en mi casa|no hay agua en la colonia
el recibo de la luz vino caro|quiero cambiar una llanta|dónde compro zapatos|a qué hora abre el banco central|cómo saco mi pasaporte
quién inventó la radio|cántame algo|cuéntame un cuento|te quieres casar conmigo|qué opinas de la política|el gobierno es un desastre
cuál es tu color favorito|juguemos algo|cómo se dice gracias en chino|cuántos planetas hay|hazme un poema|quiero aprender guitarra
dónde queda el hospital más cercano|me caí y me duele el pie|cómo curo la gripe|necesito una niñera|qué signo soy si nací en mayo
cómo invierto en la bolsa|mi tarjeta del banco no pasa en el cajero|olvidé la clave de mi facebook|cómo borro una foto de instagram
mi computadora no prende|word no me deja guardar|cómo instalo windows|la impresora no imprime|quiero reservar un hotel|taxi al aeropuerto`
    .split(/[|\n]/)
    .filter(Boolean),
  en: `what time is it in tokyo|tell me a joke|who won the match yesterday|how do i cook rice|will it rain tomorrow|i love you|what is 25 times 4
asdf qwer zxcv|i have a headache|who is the president|what is the dollar rate|book me a flight to cancun|recommend a movie|i sell a used car
how old are you|you are stupid|happy birthday|order a pizza|set an alarm for six|where is the eiffel tower|meaning of life
translate hello to french|when is easter|my dog does not eat|i need a lawyer|what shall i wear|how do i lose weight|i want a mortgage
how much does a doctor earn|looking for a driver job|my girlfriend left me|math homework|capital of france|who painted the mona lisa
hahaha|ok|hmm|nothing|lottery numbers|how much is an iphone in miami|my washing machine does not start|the fridge is warm
the power is out|there is no water|the electricity bill is high|change a tyre|where do i buy shoes|how do i get a passport
who invented the radio|sing something|tell me a story|will you marry me|what do you think of politics|what is your favourite colour
how many planets are there|write a poem|learn the guitar|nearest hospital|i fell and my foot hurts|how do i cure a cold|i need a nanny
how do i invest in stocks|my bank card is refused at the cash machine|forgot my facebook password|delete a photo on instagram
my computer does not start|word does not save|install windows|the printer does not print|book a hotel|taxi to the airport`
    .split(/[|\n]/)
    .filter(Boolean),
};
