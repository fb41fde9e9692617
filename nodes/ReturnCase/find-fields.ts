import type { INodeProperties } from 'n8n-workflow';
import { facetStates, resolutions } from '../../lib/returns';
import { titleOptions } from '../shared/fields';

export const filtersField: INodeProperties = {
  displayName: 'Filters',
  name: 'filters',
  type: 'collection',
  placeholder: 'Add filter',
  default: {},
  options: [
    { displayName: 'Channel', name: 'channel', type: 'string', default: '', placeholder: 'e.g. shopify' },
    {
      displayName: 'Decision',
      name: 'decision',
      type: 'multiOptions',
      options: titleOptions(facetStates.decision),
      default: [],
    },
    { displayName: 'Opened From', name: 'openedFrom', type: 'dateTime', default: '' },
    { displayName: 'Opened Until', name: 'openedUntil', type: 'dateTime', default: '' },
    { displayName: 'Order Name', name: 'orderName', type: 'string', default: '', placeholder: 'e.g. #1001' },
    {
      displayName: 'Parcel',
      name: 'parcel',
      type: 'multiOptions',
      options: titleOptions(facetStates.parcel),
      default: [],
    },
    {
      displayName: 'Reference Name',
      name: 'referenceName',
      type: 'string',
      default: '',
      placeholder: 'e.g. trackingNumber',
      description: 'The name of an ID that the case has at a provider. Add "Reference Value" too.',
    },
    { displayName: 'Reference Value', name: 'referenceValue', type: 'string', default: '' },
    {
      displayName: 'Resolution',
      name: 'resolution',
      type: 'options',
      options: titleOptions(resolutions),
      default: 'refund',
    },
    {
      displayName: 'RMA or Order Begins With',
      name: 'text',
      type: 'string',
      default: '',
      placeholder: 'e.g. RMA-2026',
    },
    {
      displayName: 'Settlement',
      name: 'settlement',
      type: 'multiOptions',
      options: titleOptions(facetStates.settlement),
      default: [],
    },
    { displayName: 'Updated From', name: 'updatedFrom', type: 'dateTime', default: '' },
    { displayName: 'Updated Until', name: 'updatedUntil', type: 'dateTime', default: '' },
  ],
};

export const sortField: INodeProperties = {
  displayName: 'Sort',
  name: 'sort',
  type: 'options',
  options: [
    { name: 'Newest Change First', value: 'change:desc' },
    { name: 'Newest First', value: 'opening:desc' },
    { name: 'Oldest Change First', value: 'change:asc' },
    { name: 'Oldest First', value: 'opening:asc' },
  ],
  default: 'change:desc',
};
