/**
 * The order on TikTok Shop that a connector has copied into Shopify, where the name of the order carries its id: as
 * AfterShip Feed and others write it when they are told to ("Customizable order name"), with or without signs before it.
 * TikTok's ids have 17 to 19 digits, which no shop counts its orders up to.
 */
export const tiktokOrderId = (orderName: string): string | undefined => /^\D*(\d{17,19})\D*$/.exec(orderName)?.[1];
