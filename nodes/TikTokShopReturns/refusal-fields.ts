import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { FileToSend, RefusalGround, TikTokShopClient, UploadedImage } from '../../lib/shops/tiktok-shop';
import { tikTokShop } from '../shared/shops';
import { decisionSchema, inspectionSchema, ReturnsError } from '../../lib/returns';
import { openLedger } from '../shared/ledger-access';
import { optionalChapterParameter, pickedParameter, textParameter } from '../shared/parameters';
import { pickedCaseId } from '../shared/picked-case';
import { commaSeparated } from './comma-separated';

/** Why the shop says no, and what shows it. */
export const refusalFields: INodeProperties[] = [
  {
    displayName: 'Reason',
    name: 'reason',
    type: 'resourceLocator',
    default: { mode: 'list', value: '' },
    description:
      "One of the reasons that TikTok Shop takes for this very return. Left empty, the one that says best what the policy or the inspection found, and else TikTok's reason for anything else.",
    modes: [
      {
        displayName: 'From List',
        name: 'list',
        type: 'list',
        typeOptions: { searchListMethod: 'searchRejectReasons', searchable: true },
      },
      { displayName: 'By Name', name: 'id', type: 'string', placeholder: 'e.g. reverse_reject_request_reason_3' },
    ],
  },
  {
    displayName: 'Decision of the Policy',
    name: 'policyDecision',
    type: 'json',
    default: '={{ $json.decision }}',
    description: 'Its ground finds the reason, when none is chosen',
  },
  {
    displayName: 'Comment',
    name: 'comment',
    type: 'string',
    typeOptions: { rows: 2 },
    default: '={{ $json.decision?.reason?.shopper?.[$json.request?.locale ?? "en"] }}',
    description: 'Read by the shopper, and by TikTok Shop when the shopper appeals',
  },
  {
    displayName: 'Pictures',
    name: 'pictures',
    type: 'string',
    default: '',
    placeholder: 'e.g. photo',
    description: 'Binary fields with photos that show why, comma-separated',
  },
  {
    displayName: 'Pictures of the Case',
    name: 'casePictures',
    type: 'boolean',
    default: false,
    description: 'Whether the photos that are attached to the case go along as evidence',
  },
];

/** @throws ReturnsError `invalid_input` when no reason of TikTok Shop fits, naming those that there are */
export async function refusalReason(
  context: IExecuteFunctions,
  itemIndex: number,
  client: TikTokShopClient,
  id: string,
): Promise<string> {
  const chosen = pickedParameter(context, 'reason', itemIndex);
  if (chosen !== '') return chosen;
  const reasons = await tikTokShop().rejectReasons(client, id);
  const found = tikTokShop().rejectReasonFor(groundOf(context, itemIndex), reasons);
  if (found) return found.name;
  const known = reasons.map(({ text }) => text).join('; ');
  throw new ReturnsError('invalid_input', `None of TikTok Shop's reasons fits: ${known || 'there are none'}`, {
    provider: 'tiktok_shop',
    description: 'Choose one of them in "Reason".',
  });
}

/** What was found with the goods tells more than the rule that refused them. */
function groundOf(context: IExecuteFunctions, itemIndex: number): RefusalGround {
  const { inspection } = context.getInputData()[itemIndex]?.json ?? {};
  const seen = inspectionSchema.safeParse(inspection);
  const grades = seen.success ? seen.data.lines.map(({ grade }) => grade) : [];
  if (grades.includes('wrong_item')) return 'wrong_goods';
  if (grades.includes('missing')) return 'missing';
  if (grades.includes('used') || grades.includes('damaged')) return 'used';
  const decision = optionalChapterParameter(
    context,
    'policyDecision',
    'Decision of the Policy',
    decisionSchema,
    itemIndex,
  );
  return decision?.declineCode ?? 'other';
}

/** As many as TikTok Shop shows. */
const MOST_PICTURES = 6;

/** Uploads the pictures that the fields name. */
export async function refusalPictures(
  context: IExecuteFunctions,
  itemIndex: number,
  client: TikTokShopClient,
): Promise<UploadedImage[]> {
  const files = [...(await binaryFiles(context, itemIndex)), ...(await caseFiles(context, itemIndex))];
  const uploaded: UploadedImage[] = [];
  for (const file of files.slice(0, MOST_PICTURES)) uploaded.push(await tikTokShop().uploadImage(client, file));
  return uploaded;
}

const binaryFiles = (context: IExecuteFunctions, itemIndex: number): Promise<FileToSend[]> =>
  Promise.all(
    commaSeparated(textParameter(context, 'pictures', itemIndex)).map((name) => fileOf(context, itemIndex, name)),
  );

/** A binary field of the item. */
export async function fileOf(context: IExecuteFunctions, itemIndex: number, name: string): Promise<FileToSend> {
  const { fileName, mimeType } = context.helpers.assertBinaryData(itemIndex, name);
  const content = await context.helpers.getBinaryDataBuffer(itemIndex, name);
  return { fileName: fileName ?? name, mimeType, content };
}

async function caseFiles(context: IExecuteFunctions, itemIndex: number): Promise<FileToSend[]> {
  if (context.getNodeParameter('casePictures', itemIndex, false) !== true) return [];
  const caseId = await pickedCaseId(context, itemIndex);
  if (caseId === undefined) return [];
  const ledger = await openLedger(context);
  const pictures = (await ledger.evidence(caseId)).filter(({ mimeType }) => mimeType.startsWith('image/'));
  return Promise.all(
    pictures.slice(0, MOST_PICTURES).map(async ({ id }) => {
      const { evidence, content } = await ledger.readEvidence(caseId, id);
      return { fileName: evidence.name, mimeType: evidence.mimeType, content };
    }),
  );
}
