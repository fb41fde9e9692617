import { z } from 'zod/v4';
import { type Endpoint, endpoint, none } from '../endpoint';
import { invalidParameter, TikTokError } from '../errors';
import { imageSize } from '../image-size';
import type { StoredImage } from '../model';
import type { Part } from '../multipart';
import { providerName } from '../names';
import type { World } from '../world';

const largestBytes = 10 * 1024 * 1024;

function store(world: World, parts: readonly Part[], least: number): StoredImage {
  const part = parts.find(({ name }) => name === 'data');
  if (part === undefined || part.content.length === 0) throw invalidParameter('data');
  if (part.content.length > largestBytes) throw new TikTokError(36009021, 'The file is too big', 413);
  const image = imageSize(part.content);
  if (image === undefined) throw invalidParameter('data: upload file type is invalid');
  if (image.width < least || image.height < least) throw invalidParameter('data: the image is too small');
  const uri = `tos-maliva-i-o3syd03w52-us/${world.random.hex(32)}`;
  const url = `${world.context.baseUrl(providerName)}/files/${uri}`;
  const stored = { uri, url, ...image, bytes: part.content };
  world.images.set(uri, stored);
  world.record('image.uploaded', uri, { mediaType: image.mediaType, bytes: part.content.length });
  return stored;
}

const useCases = [
  'MAIN_IMAGE',
  'ATTRIBUTE_IMAGE',
  'DESCRIPTION_IMAGE',
  'CERTIFICATION_IMAGE',
  'SIZE_CHART_IMAGE',
] as const;

export const imageEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'POST',
    path: '/product/{version}/images/upload',
    versions: ['202309'],
    scope: 'seller.product.write',
    isShopless: true,
    isMultipart: true,
    query: none,
    body: none,
    handle: ({ world, parts }) => {
      const asked = parts.find(({ name }) => name === 'use_case')?.content.toString('utf8');
      const useCase = z.enum(useCases).default('MAIN_IMAGE').safeParse(asked);
      if (!useCase.success) throw invalidParameter('use_case');
      const { uri, url, width, height } = store(world, parts, 100);
      return { uri, url, width, height, use_case: useCase.data };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/customer_service/{version}/images/upload',
    versions: ['202309'],
    scope: 'seller.customer_service',
    isMultipart: true,
    query: none,
    body: none,
    handle: ({ world, parts }) => {
      const { url, width, height } = store(world, parts, 1);
      return { url, width, height };
    },
  }),
];
