import type { Shopper } from './story';

const paris = { city: 'Paris', country: 'FR' };

/** Who buys on TikTok Shop is known by a name and an address there; the mailbox shows that no mail finds its way to them. */
const onTikTok = (firstName: string, lastName: string, line1: string, postalCode: string, city: string): Shopper => ({
  firstName,
  lastName,
  email: `${lastName.toLowerCase()}@shopper.example`,
  locale: 'fr-FR',
  address: { line1, postalCode, city, country: 'FR' },
});

/**
 * One shopper per story, so that what happened can be counted per story, one for each language that no story speaks, and
 * Grace for whoever looks around.
 */
export const shoppers = {
  amelie: {
    firstName: 'Amélie',
    lastName: 'Lefèvre',
    email: 'amelie.lefevre@shopper.example',
    locale: 'fr-FR',
    address: { line1: '8 rue Oberkampf', postalCode: '75011', ...paris },
  },
  nora: {
    firstName: 'Nora',
    lastName: 'Haddad',
    email: 'nora.haddad@shopper.example',
    locale: 'fr-FR',
    address: { line1: '3 place des Terreaux', postalCode: '69001', city: 'Lyon', country: 'FR' },
  },
  liam: {
    firstName: 'Liam',
    lastName: 'Byrne',
    email: 'liam.byrne@shopper.example',
    locale: 'en-IE',
    address: { line1: '21 Aungier Street', postalCode: 'D02 H683', city: 'Dublin', country: 'IE' },
  },
  sofia: {
    firstName: 'Sofía',
    lastName: 'Ortega Núñez',
    email: 'sofia.ortega@shopper.example',
    locale: 'en',
    address: { line1: 'Calle Mayor 45', postalCode: '28013', city: 'Madrid', country: 'ES' },
  },
  emma: {
    firstName: 'Emma',
    lastName: 'Novák',
    email: 'emma.novak@shopper.example',
    locale: 'en',
    address: { line1: 'Dlouhá 14', postalCode: '110 00', city: 'Praha', country: 'CZ' },
  },
  hugo: {
    firstName: 'Hugo',
    lastName: 'Martin',
    email: 'hugo.martin@shopper.example',
    locale: 'fr',
    address: { line1: '40 quai des Chartrons', postalCode: '33000', city: 'Bordeaux', country: 'FR' },
  },
  lena: {
    firstName: 'Lena',
    lastName: 'Großmann',
    email: 'lena.grossmann@shopper.example',
    locale: 'de-DE',
    address: { line1: 'Ehrenstraße 12', postalCode: '50672', city: 'Köln', country: 'DE' },
  },
  ines: {
    firstName: 'Inés',
    lastName: 'Peña Ruiz',
    email: 'ines.pena@shopper.example',
    locale: 'es-ES',
    address: { line1: 'Carrer de Cavallers 9', postalCode: '46001', city: 'València', country: 'ES' },
  },
  giulia: {
    firstName: 'Giulia',
    lastName: 'D’Angelo',
    email: 'giulia.dangelo@shopper.example',
    locale: 'it-IT',
    address: { line1: 'Via Zamboni 20', postalCode: '40126', city: 'Bologna', country: 'IT' },
  },
  camille: {
    firstName: 'Camille',
    lastName: 'Roussel',
    email: 'camille.roussel@shopper.example',
    locale: 'fr-FR',
    address: { line1: '16 rue de la Monnaie', postalCode: '59800', city: 'Lille', country: 'FR' },
  },
  aoife: {
    firstName: 'Aoife',
    lastName: 'Kelly',
    email: 'aoife.kelly@shopper.example',
    locale: 'en-IE',
    address: { line1: '4 Shop Street', postalCode: 'H91 E9PX', city: 'Galway', country: 'IE' },
  },
  elise: {
    firstName: 'Élise',
    lastName: 'Garnier',
    email: 'elise.garnier@shopper.example',
    locale: 'fr-FR',
    address: { line1: '9 rue du Pont', postalCode: '74000', city: 'Annecy', country: 'FR' },
  },
  grace: {
    firstName: 'Grace',
    lastName: 'Walsh',
    email: 'grace.walsh@shopper.example',
    locale: 'en-IE',
    address: { line1: '12 Oliver Plunkett Street', postalCode: 'T12 XV8D', city: 'Cork', country: 'IE' },
  },
  chloe: onTikTok('Chloé', 'Marchand', '5 rue Sainte-Catherine', '33000', 'Bordeaux'),
  theo: onTikTok('Théo', 'Renard', '18 rue Nationale', '59000', 'Lille'),
  manon: onTikTok('Manon', 'Picard', '2 quai Kléber', '67000', 'Strasbourg'),
  lucas: onTikTok('Lucas', 'Moreau', '11 rue de la République', '13001', 'Marseille'),
  jade: onTikTok('Jade', 'Fontaine', '7 rue Crébillon', '44000', 'Nantes'),
  nathan: onTikTok('Nathan', 'Girard', '30 rue Victor-Hugo', '37000', 'Tours'),
} as const satisfies Record<string, Shopper>;
