/** Everything that mails say, as ICU messages. The other languages have the same keys and take the same arguments. */
export const en = {
  greeting: 'Hello {name},',
  'greeting.unnamed': 'Hello,',
  'button.status': 'Follow your return',
  'heading.items': 'Items',
  'heading.next': 'What happens next',
  'fact.rma': 'Return number',
  'fact.order': 'Order',
  'fact.requested': 'Requested on',
  'fact.carrier': 'Carrier',
  'fact.tracking': 'Tracking number',
  'fact.fee': 'Return fee',
  'fact.expected': 'Your refund',
  'fact.refunded': 'Refunded',
  'fact.refunded_on': 'Refunded on',
  'fact.exchange_order': 'New order',
  'fact.credit': 'Store credit',
  'fact.credited_on': 'Given on',
  'fact.bonus': 'Of which a bonus',
  'fact.owed': 'To pay',
  'item.quantity': '{count, plural, one {# piece} other {# pieces}}',
  'item.exchange': 'in exchange for {title}',
  'footer.why': 'You receive this e-mail because you asked to return items from order {order}.',
  'footer.reply': 'Questions? Reply to this e-mail or write to {email}.',

  'request_received.subject': 'We have your return request ({rma})',
  'request_received.preheader': 'Order {order}: we will write to you with our answer.',
  'request_received.title': 'We have your return request',
  'request_received.lead':
    'Thank you for letting us know. We have received your request to return items from order {order}.',
  'request_received.next.check': 'We check your request and write to you with the answer.',
  'request_received.next.keep': 'Until then, please keep the items as they are and do not send them yet.',

  'in_review.subject': 'We are looking at your return request ({rma})',
  'in_review.preheader': 'Order {order}: a member of our team will answer you.',
  'in_review.title': 'We are looking at your request',
  'in_review.lead': 'Your request to return items from order {order} needs a closer look.',
  'in_review.reason': 'A member of our team is looking at it.',
  'in_review.next.person': 'A person reads your request and decides. You do not have to do anything.',
  'in_review.next.answer': 'We write to you with the answer. If we need to know more, we ask you by e-mail.',
  'in_review.next.keep': 'Until then, please keep the items as they are and do not send them yet.',

  'information_needed.subject': 'We need to know more about your return ({rma})',
  'information_needed.preheader': 'Order {order}: please answer our questions.',
  'information_needed.title': 'Please answer our questions',
  'information_needed.lead':
    'Before we can decide on your request to return items from order {order}, we need to know:',
  'information_needed.button': 'Answer the questions',
  'information_needed.next.form':
    'Press the button and answer. We ask for your return number {rma} and your e-mail address.',
  'information_needed.next.reply': 'Reply to this e-mail with your answers.',
  'information_needed.next.decide': 'We then decide on your request and write to you.',

  'approved_with_label.subject': 'Your return is approved ({rma})',
  'approved_with_label.preheader': 'Order {order}: your return label is ready.',
  'approved_with_label.title': 'Your return is approved',
  'approved_with_label.lead': 'You can send back the items below. Your return label is ready.',
  'approved_with_label.lead.unlabelled': 'You can send back the items below.',
  'approved_with_label.button': 'Open the return label',
  'approved_with_label.next.print':
    'Print the return label. If a return slip is attached to this e-mail, print it too.',
  'approved_with_label.next.pack':
    'Pack the items well and put the return slip, or a note with the number {rma}, inside.',
  'approved_with_label.next.drop': 'Stick the label on the parcel and hand it to {carrier}. Keep the receipt.',
  'approved_with_label.next.address': 'Send the parcel to: {address}. Keep the receipt.',
  'approved_with_label.next.await': 'We write to you with how to send the parcel.',
  'approved_with_label.next.refund': 'When the items have reached us and been checked, we refund {amount}.',
  'approved_with_label.next.exchange': 'We then send you the new item. You do not have to order it again.',
  'approved_with_label.next.store_credit':
    'When the items have reached us and been checked, we give you store credit of {amount}.',

  'approved_keep_item.subject': 'Please keep your items ({rma})',
  'approved_keep_item.preheader': 'Order {order}: your request is accepted, and nothing has to come back.',
  'approved_keep_item.title': 'You can keep your items',
  'approved_keep_item.lead':
    'We have accepted your request. You do not have to send anything back: the items below stay with you.',
  'approved_keep_item.next.send':
    'Please do not send a parcel. Use the items, give them away or dispose of them, as you like.',
  'approved_keep_item.next.refund': 'We refund {amount} now, without waiting for anything, and write to you.',
  'approved_keep_item.next.exchange':
    'We send you the new item now and write to you. You do not have to order it again.',
  'approved_keep_item.next.store_credit': 'We give you store credit of {amount} now and write to you.',

  'rejected.subject': 'Your return request ({rma})',
  'rejected.preheader': 'Order {order}: our answer to your request.',
  'rejected.title': 'We cannot accept this return',
  'rejected.lead':
    'We have looked at your request to return items from order {order}. We are sorry that we cannot accept it.',
  'rejected.person':
    'A member of our team has decided this. If you would like to know why, reply to this e-mail: a person answers you.',
  'rejected.next.reply':
    'If you think that we are mistaken, reply to this e-mail and tell us why. A person will read it.',
  'rejected.next.rights': 'Your legal rights, such as those for faulty goods, are not affected.',

  'in_transit.subject': 'Your return is on its way ({rma})',
  'in_transit.preheader': 'Order {order}: the carrier has your parcel.',
  'in_transit.title': 'Your return is on its way',
  'in_transit.lead': 'The carrier has your parcel. You have done your part.',
  'in_transit.button': 'Follow the parcel',
  'in_transit.next.arrive': 'We write to you when the parcel has reached us.',
  'in_transit.next.keep': 'Please keep the receipt of the carrier until then.',

  'received.subject': 'We have your parcel ({rma})',
  'received.preheader': 'Order {order}: your items have arrived.',
  'received.title': 'We have your parcel',
  'received.lead': 'The items that you sent back from order {order} have reached us.',
  'received.next.check': 'We unpack and check the items.',
  'received.next.refund': 'Then we refund {amount} and write to you.',
  'received.next.exchange': 'We write to you as soon as your exchange is ready, if it is not yet on its way.',
  'received.next.store_credit': 'Then we give you store credit of {amount} and write to you.',

  'refunded.subject': 'Your refund of {amount} ({rma})',
  'refunded.preheader': 'Order {order}: the money is on its way to you.',
  'refunded.title': 'We have refunded {amount}',
  'refunded.title.pending': 'Your refund of {amount} is on its way',
  'refunded.lead': 'We have sent the money back to the payment method that you used for order {order}.',
  'refunded.lead.by_hand': 'We have paid you back in another way than to the payment method of order {order}.',
  'refunded.next.bank': 'Your bank may take a few days to show it on your account.',
  'refunded.next.done': 'You do not have to do anything. Thank you for sending the items back.',
  'refunded.next.done.kept': 'You do not have to do anything. There is nothing to send back.',

  'exchanged.subject': 'Your exchange is ready ({rma})',
  'exchanged.preheader': 'Order {order}: we are sending you the new item.',
  'exchanged.title': 'Your exchange is on its way',
  'exchanged.lead': 'We have created order {newOrder} for the items that you chose in exchange.',
  'exchanged.heading.items': 'You receive',
  'exchanged.next.ship': 'We pack the new items and send them to the address of your order.',
  'exchanged.next.difference':
    'The new items cost less: the difference of {amount} goes back to the payment method of your order. Your bank may take a few days.',
  'exchanged.next.done': 'You do not have to order them again.',

  'credited.subject': 'Your store credit of {amount} ({rma})',
  'credited.preheader': 'Order {order}: you can spend it in our shop now.',
  'credited.title': 'We have given you store credit of {amount}',
  'credited.lead': 'You chose store credit for the items of order {order} that you sent back. It is ready.',
  'credited.lead.kept': 'You chose store credit for the items of order {order}, which stay with you. It is ready.',
  'credited.next.spend': 'Sign in to our shop with this e-mail address: your credit is offered to you at checkout.',
  'credited.next.done': 'You do not have to do anything else. Thank you for staying with us.',

  'payment_due.subject': 'Your exchange: {amount} to pay ({rma})',
  'payment_due.preheader': 'Order {order}: once the difference is paid, we send you the new item.',
  'payment_due.title': '{amount} is left to pay for your exchange',
  'payment_due.lead': 'The item that you chose in exchange costs more than the one you are sending back.',
  'payment_due.lead.kept': 'The item that you chose in exchange costs more than the one that stays with you.',
  'payment_due.heading.items': 'You receive once it is paid',
  'payment_due.button': 'Pay {amount}',
  'payment_due.next.pay': 'Press the button and pay on the page of our shop.',
  'payment_due.next.reply': 'Reply to this e-mail and we tell you how to pay.',
  'payment_due.next.ship': 'As soon as it is paid, we send the new item and write to you.',
  'payment_due.next.otherwise': 'You would rather not pay it? Reply to this e-mail, and we find another way.',

  'shop_alert.subject': 'A workflow failed on case {rma}',
  'shop_alert.preheader': '{problem}',
  'shop_alert.title': 'Case {rma} needs your attention',
  'shop_alert.lead': 'A workflow could not finish its work on this case. The shopper has not been told of it.',
  'shop_alert.button': 'Open the execution',
  'shop_alert.fact.problem': 'What happened',
  'shop_alert.fact.advice': 'What to do',
  'shop_alert.fact.workflow': 'Workflow',
  'shop_alert.fact.node': 'Node',
  'shop_alert.fact.state': 'State of the case',
  'shop_alert.heading.do': 'Next steps',
  'shop_alert.problem.unknown': 'The workflow did not say what went wrong.',
  'shop_alert.state': 'decision {decision}, parcel {parcel}, settlement {settlement}',
  'shop_alert.next.repair':
    'Put right what the message names. The workflow tries again by itself for a quarter of an hour; after that, run the failed execution again in n8n.',
  'shop_alert.next.once': 'Labels, refunds and mails that were already made are not made twice.',
  'shop_alert.footer': 'This alert goes to the shop only.',

  'shop_given_up.subject': 'A workflow gave up on case {rma}',
  'shop_given_up.title': 'Case {rma} stands still',
  'shop_given_up.lead':
    'A workflow failed on this case again and again, and does not try any more by itself. The shopper has not been told of it.',
  'shop_given_up.next.repair': 'Put right what the message names.',
  'shop_given_up.next.replay':
    'Then hand the event over again, in n8n: the node Return Case lists it with Dead Letter: Get Many, and hands it over with Replay.',
  'shop_refund_failed.subject': 'The refund of {amount} failed ({rma})',
  'shop_refund_failed.preheader': 'Order {order}: the shopper does not get the money by itself.',
  'shop_refund_failed.title': 'A refund of {amount} failed',
  'shop_refund_failed.lead':
    'The refund of {amount} for order {order} did not reach the shopper. Nothing tries it again by itself.',
  'shop_refund_failed.told':
    'On {date} the shopper got the mail that the money is on its way. They wait for it, and nobody has told them that it does not come.',
  'shop_refund_failed.told.perhaps':
    'If the shopper was told that the money is on its way, they wait for it: nobody has told them that it does not come.',
  'shop_refund_failed.fact.amount': 'Refund',
  'shop_refund_failed.fact.reason': 'What the provider says',
  'shop_refund_failed.fact.refund': 'Number at the provider',
  'shop_refund_failed.fact.shopper': 'Shopper',
  'shop_refund_failed.fact.due': 'By law to be paid by',
  'shop_refund_failed.reason.lost_or_stolen_card': 'the card was reported as lost or stolen',
  'shop_refund_failed.reason.expired_or_canceled_card': 'the card has expired or was cancelled',
  'shop_refund_failed.reason.charge_for_pending_refund_disputed':
    'the shopper has disputed the payment at their bank, which pays the money back itself if it agrees',
  'shop_refund_failed.reason.insufficient_funds': 'your account at the provider did not hold enough money',
  'shop_refund_failed.reason.declined': 'the bank did not take it',
  'shop_refund_failed.reason.merchant_request': 'the provider stopped it because your shop asked for that',
  'shop_refund_failed.reason.canceled': 'the refund was cancelled',
  'shop_refund_failed.reason.unknown': 'no reason was given',
  'shop_refund_failed.next.write':
    'Write to the shopper today: say that the money did not arrive, and ask where it may go.',
  'shop_refund_failed.next.pay':
    'Pay {amount} in another way: by bank transfer, or as store credit if the shopper agrees.',
  'shop_refund_failed.next.settle':
    'Then settle the case by hand, in n8n: run the node Return Case with the command Settle, the number {rma}, and as refund {refund}. Write into “at” when you paid.',
  'shop_money_owed.subject': '{amount} is still owed to the shopper ({rma})',
  'shop_money_owed.preheader': 'Order {order}: the exchange was sent, and the difference was not paid back.',
  'shop_money_owed.title': '{amount} is still owed to the shopper',
  'shop_money_owed.lead':
    'The exchange was sent, and your shop still shows {amount} that order {order} owes to the shopper. Nothing more is paid by itself.',
  'shop_money_owed.fact.amount': 'Still owed',
  'shop_money_owed.next.look':
    'Open order {order} in your shop: was the return processed there, or has a refund failed?',
  'shop_money_owed.next.pay': 'If {amount} is still owed, pay it back there.',
  'shop_deadline.subject.decides': '{marketplace} decides on case {rma} by itself: {when}',
  'shop_deadline.subject.pays': '{marketplace} pays case {rma} by itself: {when}',
  'shop_deadline.preheader': 'Until {when} it is yours to act.',
  'shop_deadline.title.answer': 'Please answer case {rma} before {when}',
  'shop_deadline.title.inspect': 'Please inspect the parcel of case {rma} before {when}',
  'shop_deadline.lead.decides':
    '{marketplace} waits for an answer to this return. If it has none by {when}, it decides by itself.',
  'shop_deadline.lead.pays':
    'The parcel of this return has not been inspected. If nobody does so before {when}, {marketplace} pays the shopper by itself.',
  'shop_deadline.lead.unsaid':
    '{decision, select, rejected {The case was rejected here} other {The case was approved here}}, but {marketplace} has not been told yet.',
  'shop_deadline.default.approve':
    'If nobody has decided {hours, plural, one {# hour} other {# hours}} before that, the workflow approves the return.',
  'shop_deadline.default.reject':
    'If nobody has decided {hours, plural, one {# hour} other {# hours}} before that, the workflow rejects the return.',
  'shop_deadline.default.none': 'The workflow decides nothing before that: it is left to you.',
  'shop_deadline.fact.until': 'Until',
  'shop_deadline.next.press': 'Open the mail “Return {rma}: approve or reject?” and press one of its buttons.',
  'shop_deadline.next.decide':
    'You can also decide in the seller center of {marketplace}: the case takes over what you decide there.',
  'shop_deadline.next.inspect': 'Inspect the parcel with the form of template 06 and the number {rma}.',
  'shop_deadline.next.refuse':
    'If it has not arrived, or something is wrong with it, say so in the seller center of {marketplace} before then.',
  'shop_deadline.next.say': 'Look in n8n why the workflow that answers on {marketplace} has failed, and run it again.',
  'shop_deadline.next.seller': 'Or give the answer in the seller center of {marketplace} yourself.',
} as const;
