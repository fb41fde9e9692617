import type { MailTexts } from '.';

export const fr: MailTexts = {
  greeting: 'Bonjour {name},',
  'greeting.unnamed': 'Bonjour,',
  'button.status': 'Suivre votre retour',
  'heading.items': 'Articles',
  'heading.next': 'La suite',
  'fact.rma': 'Numéro de retour',
  'fact.order': 'Commande',
  'fact.requested': 'Demandé le',
  'fact.carrier': 'Transporteur',
  'fact.tracking': 'Numéro de suivi',
  'fact.fee': 'Frais de retour',
  'fact.expected': 'Votre remboursement',
  'fact.refunded': 'Remboursé',
  'fact.refunded_on': 'Remboursé le',
  'fact.exchange_order': 'Nouvelle commande',
  'fact.credit': 'Avoir',
  'fact.credited_on': 'Accordé le',
  'fact.bonus': 'Dont bonus',
  'fact.owed': 'À payer',
  'item.quantity': '{count, plural, one {# pièce} other {# pièces}}',
  'item.exchange': 'en échange : {title}',
  'footer.why': 'Vous recevez cet e-mail car vous avez demandé à retourner des articles de la commande {order}.',
  'footer.reply': 'Une question ? Répondez à cet e-mail ou écrivez à {email}.',

  'request_received.subject': 'Nous avons bien reçu votre demande de retour ({rma})',
  'request_received.preheader': 'Commande {order} : nous vous écrirons pour vous donner notre réponse.',
  'request_received.title': 'Nous avons bien reçu votre demande',
  'request_received.lead':
    'Merci de nous avoir prévenus. Nous avons bien reçu votre demande de retour pour la commande {order}.',
  'request_received.next.check': 'Nous examinons votre demande et vous écrivons pour vous donner notre réponse.',
  'request_received.next.keep': 'D’ici là, gardez les articles en l’état et ne les renvoyez pas encore.',

  'in_review.subject': 'Nous examinons votre demande de retour ({rma})',
  'in_review.preheader': 'Commande {order} : un membre de notre équipe vous répondra.',
  'in_review.title': 'Nous examinons votre demande',
  'in_review.lead': 'Votre demande de retour pour la commande {order} mérite un examen attentif.',
  'in_review.reason': 'Un membre de notre équipe s’en occupe.',
  'in_review.next.person': 'Une personne lit votre demande et décide. Vous n’avez rien à faire.',
  'in_review.next.answer':
    'Nous vous écrivons pour vous donner la réponse. S’il nous manque une information, nous vous la demandons par e-mail.',
  'in_review.next.keep': 'D’ici là, gardez les articles en l’état et ne les renvoyez pas encore.',

  'information_needed.subject': 'Il nous manque des informations sur votre retour ({rma})',
  'information_needed.preheader': 'Commande {order} : merci de répondre à nos questions.',
  'information_needed.title': 'Merci de répondre à nos questions',
  'information_needed.lead':
    'Avant de décider de votre demande de retour pour la commande {order}, nous avons besoin de savoir :',
  'information_needed.button': 'Répondre aux questions',
  'information_needed.next.form':
    'Appuyez sur le bouton et répondez. Nous vous demandons votre numéro de retour {rma} et votre adresse e-mail.',
  'information_needed.next.reply': 'Répondez à cet e-mail.',
  'information_needed.next.decide': 'Nous décidons ensuite de votre demande et nous vous écrivons.',

  'approved_with_label.subject': 'Votre retour est accepté ({rma})',
  'approved_with_label.preheader': 'Commande {order} : votre étiquette de retour est prête.',
  'approved_with_label.title': 'Votre retour est accepté',
  'approved_with_label.lead': 'Vous pouvez renvoyer les articles ci-dessous. Votre étiquette de retour est prête.',
  'approved_with_label.lead.unlabelled': 'Vous pouvez renvoyer les articles ci-dessous.',
  'approved_with_label.button': 'Ouvrir l’étiquette de retour',
  'approved_with_label.next.print':
    'Imprimez l’étiquette de retour. Si un bon de retour est joint à cet e-mail, imprimez-le aussi.',
  'approved_with_label.next.pack':
    'Emballez bien les articles et glissez dans le colis le bon de retour, ou un mot avec le numéro {rma}.',
  'approved_with_label.next.drop':
    'Collez l’étiquette sur le colis et remettez-le à {carrier}. Gardez la preuve de dépôt.',
  'approved_with_label.next.address': 'Envoyez le colis à l’adresse suivante : {address}. Gardez la preuve de dépôt.',
  'approved_with_label.next.await': 'Nous vous écrivons pour vous dire comment envoyer le colis.',
  'approved_with_label.next.refund':
    'Dès que les articles nous sont parvenus et ont été vérifiés, nous vous remboursons {amount}.',
  'approved_with_label.next.exchange':
    'Nous vous envoyons ensuite le nouvel article. Vous n’avez pas à le commander à nouveau.',
  'approved_with_label.next.store_credit':
    'Dès que les articles nous sont parvenus et ont été vérifiés, nous vous accordons un avoir de {amount}.',

  'approved_keep_item.subject': 'Gardez vos articles ({rma})',
  'approved_keep_item.preheader': 'Commande {order} : votre demande est acceptée et vous n’avez rien à renvoyer.',
  'approved_keep_item.title': 'Vous pouvez garder vos articles',
  'approved_keep_item.lead':
    'Nous avons accepté votre demande. Vous n’avez rien à renvoyer : les articles ci-dessous restent à vous.',
  'approved_keep_item.next.send':
    'N’envoyez pas de colis. Vous pouvez utiliser les articles, les donner ou les jeter, comme vous le souhaitez.',
  'approved_keep_item.next.refund':
    'Nous vous remboursons {amount} dès maintenant, sans rien attendre, et vous écrivons.',
  'approved_keep_item.next.exchange':
    'Nous vous envoyons le nouvel article dès maintenant et vous écrivons. Vous n’avez pas à le commander à nouveau.',
  'approved_keep_item.next.store_credit': 'Nous vous accordons dès maintenant un avoir de {amount} et vous écrivons.',

  'rejected.subject': 'Votre demande de retour ({rma})',
  'rejected.preheader': 'Commande {order} : notre réponse à votre demande.',
  'rejected.title': 'Nous ne pouvons pas accepter ce retour',
  'rejected.lead':
    'Nous avons examiné votre demande de retour pour la commande {order}. Nous regrettons de ne pas pouvoir l’accepter.',
  'rejected.person':
    'Un membre de notre équipe en a décidé. Si vous souhaitez en connaître la raison, répondez à cet e-mail : une personne vous répondra.',
  'rejected.next.reply':
    'Si vous pensez que nous nous trompons, répondez à cet e-mail et dites-nous pourquoi. Une personne vous lira.',
  'rejected.next.rights': 'Vos droits légaux, par exemple pour un article défectueux, restent entiers.',

  'in_transit.subject': 'Votre retour est en route ({rma})',
  'in_transit.preheader': 'Commande {order} : le transporteur a votre colis.',
  'in_transit.title': 'Votre retour est en route',
  'in_transit.lead': 'Le transporteur a pris en charge votre colis. Votre part est faite.',
  'in_transit.button': 'Suivre le colis',
  'in_transit.next.arrive': 'Nous vous écrivons dès que le colis nous est parvenu.',
  'in_transit.next.keep': 'D’ici là, gardez la preuve de dépôt du transporteur.',

  'received.subject': 'Votre colis est arrivé ({rma})',
  'received.preheader': 'Commande {order} : vos articles nous sont parvenus.',
  'received.title': 'Votre colis est arrivé',
  'received.lead': 'Les articles de la commande {order} que vous avez renvoyés nous sont parvenus.',
  'received.next.check': 'Nous déballons et vérifions les articles.',
  'received.next.refund': 'Nous vous remboursons ensuite {amount} et vous écrivons.',
  'received.next.exchange': 'Nous vous écrivons dès que votre échange est prêt, s’il n’est pas déjà en route.',
  'received.next.store_credit': 'Nous vous accordons ensuite un avoir de {amount} et vous écrivons.',

  'refunded.subject': 'Votre remboursement de {amount} ({rma})',
  'refunded.preheader': 'Commande {order} : l’argent est en route.',
  'refunded.title': 'Nous vous avons remboursé {amount}',
  'refunded.title.pending': 'Votre remboursement de {amount} est en route',
  'refunded.lead':
    'Nous avons renvoyé l’argent vers le moyen de paiement que vous aviez utilisé pour la commande {order}.',
  'refunded.lead.by_hand':
    'Nous vous avons remboursé par un autre moyen que le moyen de paiement de la commande {order}.',
  'refunded.next.bank': 'Votre banque peut mettre quelques jours à l’afficher sur votre compte.',
  'refunded.next.done': 'Vous n’avez rien à faire. Merci d’avoir renvoyé les articles.',
  'refunded.next.done.kept': 'Vous n’avez rien à faire. Il n’y a rien à renvoyer.',

  'exchanged.subject': 'Votre échange est prêt ({rma})',
  'exchanged.preheader': 'Commande {order} : nous vous envoyons le nouvel article.',
  'exchanged.title': 'Votre échange est en route',
  'exchanged.lead': 'Nous avons créé la commande {newOrder} pour les articles que vous avez choisis en échange.',
  'exchanged.heading.items': 'Vous recevez',
  'exchanged.next.ship': 'Nous emballons les nouveaux articles et les envoyons à l’adresse de votre commande.',
  'exchanged.next.difference':
    'Les nouveaux articles coûtent moins cher : la différence de {amount} est remboursée sur le moyen de paiement de votre commande. Votre banque peut mettre quelques jours.',
  'exchanged.next.done': 'Vous n’avez pas à les commander à nouveau.',

  'credited.subject': 'Votre avoir de {amount} ({rma})',
  'credited.preheader': 'Commande {order} : vous pouvez le dépenser dès maintenant.',
  'credited.title': 'Nous vous avons accordé un avoir de {amount}',
  'credited.lead':
    'Vous avez choisi un avoir pour les articles de la commande {order} que vous avez renvoyés. Il est prêt.',
  'credited.lead.kept':
    'Vous avez choisi un avoir pour les articles de la commande {order}, qui restent à vous. Il est prêt.',
  'credited.next.spend':
    'Connectez-vous à notre boutique avec cette adresse e-mail : votre avoir vous est proposé au moment de payer.',
  'credited.next.done': 'Vous n’avez rien d’autre à faire. Merci de votre fidélité.',

  'payment_due.subject': 'Votre échange : {amount} à payer ({rma})',
  'payment_due.preheader': 'Commande {order} : une fois la différence payée, nous envoyons le nouvel article.',
  'payment_due.title': 'Il reste {amount} à payer pour votre échange',
  'payment_due.lead': 'L’article que vous avez choisi en échange coûte plus cher que celui que vous renvoyez.',
  'payment_due.lead.kept': 'L’article que vous avez choisi en échange coûte plus cher que celui que vous gardez.',
  'payment_due.heading.items': 'Vous recevez après le paiement',
  'payment_due.button': 'Payer {amount}',
  'payment_due.next.pay': 'Appuyez sur le bouton et payez sur la page de notre boutique.',
  'payment_due.next.reply': 'Répondez à cet e-mail : nous vous disons comment payer.',
  'payment_due.next.ship': 'Dès que c’est payé, nous envoyons le nouvel article et nous vous écrivons.',
  'payment_due.next.otherwise':
    'Vous préférez ne pas payer ? Répondez à cet e-mail : nous trouverons une autre solution.',

  'shop_alert.subject': 'Un workflow a échoué sur le dossier {rma}',
  'shop_alert.preheader': '{problem}',
  'shop_alert.title': 'Le dossier {rma} demande votre attention',
  'shop_alert.lead': 'Un workflow n’a pas pu terminer son travail sur ce dossier. Le client n’en a pas été informé.',
  'shop_alert.button': 'Ouvrir l’exécution',
  'shop_alert.fact.problem': 'Ce qui s’est passé',
  'shop_alert.fact.advice': 'Ce qu’il faut faire',
  'shop_alert.fact.workflow': 'Workflow',
  'shop_alert.fact.node': 'Nœud',
  'shop_alert.fact.state': 'État du dossier',
  'shop_alert.heading.do': 'Prochaines étapes',
  'shop_alert.problem.unknown': 'Le workflow n’a pas dit ce qui n’allait pas.',
  'shop_alert.state': 'décision {decision}, colis {parcel}, règlement {settlement}',
  'shop_alert.next.repair':
    'Corrigez ce que le message indique. Le workflow réessaie de lui-même pendant un quart d’heure ; passé ce délai, relancez dans n8n l’exécution qui a échoué.',
  'shop_alert.next.once': 'Les étiquettes, remboursements et e-mails déjà faits ne seront pas refaits.',
  'shop_alert.footer': 'Cette alerte n’est envoyée qu’à la boutique.',

  'shop_given_up.subject': 'Un workflow a renoncé sur le dossier {rma}',
  'shop_given_up.title': 'Le dossier {rma} est à l’arrêt',
  'shop_given_up.lead':
    'Un workflow a échoué plusieurs fois sur ce dossier et ne réessaie plus de lui-même. Le client n’en a pas été informé.',
  'shop_given_up.next.repair': 'Corrigez ce que le message indique.',
  'shop_given_up.next.replay':
    'Transmettez ensuite l’événement à nouveau, dans n8n : le nœud Return Case le liste par Dead Letter: Get Many et le transmet par Replay.',
  'shop_refund_failed.subject': 'Le remboursement de {amount} a échoué ({rma})',
  'shop_refund_failed.preheader': 'Commande {order} : le client ne recevra pas l’argent sans vous.',
  'shop_refund_failed.title': 'Un remboursement de {amount} a échoué',
  'shop_refund_failed.lead':
    'Le remboursement de {amount} pour la commande {order} n’est pas parvenu au client. Rien ne le tente à nouveau de lui-même.',
  'shop_refund_failed.told':
    'Le {date}, le client a reçu l’e-mail lui disant que l’argent est en route. Il l’attend, et personne ne lui a dit qu’il n’arrivera pas.',
  'shop_refund_failed.told.perhaps':
    'Si le client a appris que l’argent est en route, il l’attend : personne ne lui a dit qu’il n’arrivera pas.',
  'shop_refund_failed.fact.amount': 'Remboursement',
  'shop_refund_failed.fact.reason': 'Ce que dit le prestataire',
  'shop_refund_failed.fact.refund': 'Numéro chez le prestataire',
  'shop_refund_failed.fact.shopper': 'Client',
  'shop_refund_failed.fact.due': 'À payer, selon la loi, avant le',
  'shop_refund_failed.reason.lost_or_stolen_card': 'la carte a été déclarée perdue ou volée',
  'shop_refund_failed.reason.expired_or_canceled_card': 'la carte a expiré ou a été résiliée',
  'shop_refund_failed.reason.charge_for_pending_refund_disputed':
    'le client a contesté le paiement auprès de sa banque, qui le rembourse elle-même si elle lui donne raison',
  'shop_refund_failed.reason.insufficient_funds': 'votre compte chez le prestataire n’était pas assez approvisionné',
  'shop_refund_failed.reason.declined': 'la banque ne l’a pas accepté',
  'shop_refund_failed.reason.merchant_request': 'le prestataire l’a arrêté à la demande de votre boutique',
  'shop_refund_failed.reason.canceled': 'le remboursement a été annulé',
  'shop_refund_failed.reason.unknown': 'aucune raison n’a été donnée',
  'shop_refund_failed.next.write':
    'Écrivez au client aujourd’hui : dites-lui que l’argent n’est pas arrivé et demandez-lui où le verser.',
  'shop_refund_failed.next.pay':
    'Payez {amount} autrement : par virement, ou sous forme d’avoir si le client est d’accord.',
  'shop_refund_failed.next.settle':
    'Réglez ensuite le dossier à la main, dans n8n : exécutez le nœud Return Case avec la commande Settle, le numéro {rma} et, comme remboursement, {refund}. Écrivez dans « at » quand vous avez payé.',
  'shop_money_owed.subject': '{amount} restent dus au client ({rma})',
  'shop_money_owed.preheader': 'Commande {order} : l’échange est parti, et la différence n’a pas été remboursée.',
  'shop_money_owed.title': '{amount} restent dus au client',
  'shop_money_owed.lead':
    'L’échange est parti, et votre boutique affiche encore {amount} dus au client sur la commande {order}. Rien de plus n’est payé automatiquement.',
  'shop_money_owed.fact.amount': 'Encore dû',
  'shop_money_owed.next.look':
    'Ouvrez la commande {order} dans votre boutique : le retour y a-t-il été traité, ou un remboursement a-t-il échoué ?',
  'shop_money_owed.next.pay': 'Si {amount} restent dus, remboursez-les à cet endroit.',
  'shop_deadline.subject.decides': '{marketplace} décide seul du dossier {rma} : {when}',
  'shop_deadline.subject.pays': '{marketplace} paie seul le dossier {rma} : {when}',
  'shop_deadline.preheader': 'Jusqu’au {when}, c’est à vous d’agir.',
  'shop_deadline.title.answer': 'Veuillez répondre au dossier {rma} avant le {when}',
  'shop_deadline.title.inspect': 'Veuillez contrôler le colis du dossier {rma} avant le {when}',
  'shop_deadline.lead.decides': '{marketplace} attend une réponse à ce retour. Sans réponse le {when}, il décide seul.',
  'shop_deadline.lead.pays':
    'Le colis de ce retour n’a pas été contrôlé. Si personne ne le fait avant le {when}, {marketplace} paie le client de lui-même.',
  'shop_deadline.lead.unsaid':
    '{decision, select, rejected {Le dossier a été refusé ici} other {Le dossier a été accepté ici}}, mais {marketplace} n’en sait encore rien.',
  'shop_deadline.default.approve':
    'Si personne n’a décidé {hours, plural, one {# heure} other {# heures}} avant, le workflow accepte le retour.',
  'shop_deadline.default.reject':
    'Si personne n’a décidé {hours, plural, one {# heure} other {# heures}} avant, le workflow refuse le retour.',
  'shop_deadline.default.none': 'Le workflow ne décide rien avant : cela vous revient.',
  'shop_deadline.fact.until': 'Jusqu’au',
  'shop_deadline.next.press':
    'Ouvrez l’e-mail « Retour {rma} : accepter ou refuser ? » et appuyez sur l’un de ses boutons.',
  'shop_deadline.next.decide':
    'Vous pouvez aussi décider dans l’espace vendeur de {marketplace} : le dossier reprend ce que vous y décidez.',
  'shop_deadline.next.inspect': 'Contrôlez le colis avec le formulaire du modèle 06 et le numéro {rma}.',
  'shop_deadline.next.refuse':
    'S’il n’est pas arrivé, ou si quelque chose ne va pas, dites-le avant cette date dans l’espace vendeur de {marketplace}.',
  'shop_deadline.next.say':
    'Regardez dans n8n pourquoi le workflow qui répond sur {marketplace} a échoué, et relancez-le.',
  'shop_deadline.next.seller': 'Ou donnez vous-même la réponse dans l’espace vendeur de {marketplace}.',

  'question.quoted': '« {words} »',
  'question.nothing_back': 'Rien n’est revenu.',
  'question.nothing_back.then': 'Il n’y a donc rien à régler : choisissez « {reject} ».',
  'shop_review.subject': 'Retour {rma} : accepter ou refuser ?',
  'shop_review.approve': 'Accepter',
  'shop_review.reject': 'Refuser',
  'shop_review.order': '{order} du {date}, {total}',
  'shop_review.order.delivered': '{order} du {date}, livrée le {delivered}, {total}',
  'shop_review.fact.wish': 'Souhait',
  'shop_review.fact.amount': 'Montant en jeu',
  'shop_review.fact.note': 'Message du client',
  'shop_review.fact.evidence': 'Joint au dossier',
  'shop_review.why.above': 'Le montant dépasse ce que votre politique accepte d’elle-même.',
  'shop_review.why.goods': 'Votre politique confie ces articles à une personne.',
  'shop_review.why.reason': 'Votre politique confie ce motif à une personne.',
  'shop_review.why.mixed': 'Votre politique ne répond pas la même chose pour tous ses articles.',
  'shop_review.policy': 'La politique note, en anglais : « {reason} »',
  'shop_review.law.withdrawal': 'Ne refusez pas : la loi permet au client de se rétracter.',
  'shop_review.law.unclear': 'La loi permet peut-être au client de se rétracter.',
  'shop_review.law.unclear.of': 'Tant que ce n’est pas clair, personne ne peut le lui refuser pour {titles}.',
  'shop_review.law.guarantee': 'La garantie légale couvre les articles défectueux ou non conformes.',
  'shop_review.law.guarantee.only': 'Ne refusez que ce qui n’est ni l’un ni l’autre.',
  'shop_review.law.holds': 'Cela vaut pour {titles}.',
  'shop_review.law.holds_until': 'Cela vaut jusqu’au {date} pour {titles}.',
  'shop_review.kept.all': 'Rien ne revient.',
  'shop_review.kept.all.then':
    'Dès que vous acceptez, le client garde les articles et reçoit aussitôt ce que le dossier prévoit de payer.',
  'shop_review.kept.part': 'La politique laisse le client en garder une partie : {titles}.',
  'shop_review.kept.part.then': '« Accepter » fait tout renvoyer ; pour lui laisser cette partie, écrivez au client.',
  'shop_review.told':
    '« Refuser » envoie au client un e-mail disant qu’un membre de votre équipe en a décidé, sans motif : il y est invité à répondre s’il souhaite le connaître. Pour en donner un, écrivez-lui.',
  'shop_review.imported':
    'Ce retour a été importé. « Refuser » n’envoie aucun e-mail au client et ne décline rien dans votre boutique : les deux vous reviennent.',
  'shop_pay_received.subject': 'Retour {rma} : rembourser ce qui est revenu ?',
  'shop_pay_received.approve': 'Rembourser',
  'shop_pay_received.reject': 'Ne pas rembourser',
  'shop_pay_received.choice':
    '« Rembourser » paie tout ce qui a été reçu ; ce qui manque n’est jamais payé. « Ne pas rembourser » vous laisse le remboursement.',
  'shop_exchange_difference.subject': 'Retour {rma} : envoyer l’échange et rembourser la différence ?',
  'shop_exchange_difference.approve': 'Envoyer et rembourser',
  'shop_exchange_difference.reject': 'Ne rien faire',
  'shop_exchange_difference.choice':
    'Les nouveaux articles coûtent moins cher que ceux qui devaient revenir. « Envoyer et rembourser » les envoie et rembourse exactement ce qu’ils coûtent de moins que ce qui a été reçu. « Ne rien faire » vous laisse le dossier.',
  'shop_credit_received.subject': 'Retour {rma} : accorder un avoir pour ce qui est revenu ?',
  'shop_credit_received.approve': 'Accorder l’avoir',
  'shop_credit_received.reject': 'Ne pas l’accorder',
  'shop_credit_received.choice':
    '« Accorder l’avoir » compte tout ce qui a été reçu ; ce qui manque ne compte jamais. « Ne pas l’accorder » vous laisse le dossier.',
};
