import type { ReasonTexts } from '.';

export const fr: ReasonTexts = {
  approved: 'Votre demande est dans les temps : le délai de retour se termine le {date}.',
  approved_any_time: 'Cet article peut être renvoyé.',
  approved_grace: 'Le délai de retour s’est terminé le {date} ; nous acceptons tout de même votre demande.',
  approved_keep: 'Vous n’avez rien à renvoyer : gardez {count, plural, one {l’article} other {les articles}}.',
  approved_part:
    '{approved, plural, one {Un des articles peut être renvoyé} other {# des articles peuvent être renvoyés}} ; {refused, plural, one {un autre ne peut pas l’être} other {# autres ne peuvent pas l’être}}.',
  window_ended: 'Le délai de retour s’est terminé le {date}.',
  excluded_commercial: 'Les conditions de vente de cet article ne permettent pas de le retourner.',
  excluded_clearance: 'Cet article a été vendu en liquidation, à des conditions qui ne permettent pas de le retourner.',
  excluded_gift_card: 'Les cartes cadeaux ne peuvent pas être retournées.',
  excluded_price_fluctuates:
    'Le prix de cet article suit un marché et change de jour en jour, il ne peut donc pas être retourné.',
  excluded_personalised: 'Cet article a été fabriqué pour vous, il ne peut donc pas être retourné.',
  excluded_perishable: 'Cet article est périssable, il ne peut donc pas être retourné.',
  excluded_hygiene_unsealed: 'Pour des raisons d’hygiène, cet article ne peut pas être retourné une fois descellé.',
  excluded_mixed: 'Cet article a été mélangé à d’autres et ne peut plus en être séparé.',
  excluded_alcohol: 'Cette boisson a été vendue à un prix convenu d’avance, elle ne peut donc pas être retournée.',
  excluded_urgent_repair: 'Cet article a été commandé pour une réparation urgente, il ne peut donc pas être retourné.',
  excluded_sealed_media_unsealed:
    'Les enregistrements et les logiciels ne peuvent pas être retournés une fois descellés.',
  excluded_press: 'Les journaux et les magazines ne peuvent pas être retournés.',
  excluded_auction: 'Cet article a été acheté aux enchères publiques, il ne peut donc pas être retourné.',
  excluded_dated_leisure: 'Cette réservation porte sur une date précise, elle ne peut donc pas être retournée.',
  excluded_digital: 'Cet article est numérique et vous a déjà été fourni, il ne peut donc pas être retourné.',
  refused_unused: 'Les articles de ce type ne peuvent être retournés que s’ils n’ont pas été utilisés.',
  refused_tags_on: 'Les articles de ce type ne peuvent être retournés qu’avec leurs étiquettes.',
  refused_original_packaging: 'Les articles de ce type ne peuvent être retournés que dans leur emballage d’origine.',
  refused_seal_intact: 'Les articles de ce type ne peuvent être retournés que s’ils sont encore scellés.',
  refused_complete: 'Les articles de ce type ne peuvent être retournés que complets.',
  refused_together:
    'Il manque à votre demande une partie de ce qui va avec cet article : le tout doit revenir ensemble.',
  refused: 'Votre demande ne remplit pas les conditions de notre politique de retour.',
  needs_shopper: 'Avant de vous répondre, il nous manque quelques informations de votre part.',
  needs_shop: 'Nous vérifions un point de notre côté avant de vous répondre. Vous n’avez rien à faire.',
  review: 'Un membre de notre équipe examine votre demande.',
  review_guarantee:
    'Un membre de notre équipe examine votre demande : la garantie légale couvre les articles défectueux ou non conformes.',
  review_mixed:
    'Un membre de notre équipe examine votre demande, car certains articles peuvent être retournés et d’autres non.',
};
