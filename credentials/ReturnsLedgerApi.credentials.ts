import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

/** Where the cases are kept. Without it the environment of n8n says where, and without that a file in n8n's folder. */
export class ReturnsLedgerApi implements ICredentialType {
  name = 'returnsLedgerApi';

  displayName = 'Returns Ledger API';

  icon: Icon = { light: 'file:icons/ledger.svg', dark: 'file:icons/ledger.dark.svg' };

  documentationUrl =
    'https://github.com/n8n-nodes-returns/n8n-nodes-returns/blob/main/docs/credentials/returns-ledger.md';

  properties: INodeProperties[] = [
    {
      displayName: 'Store',
      name: 'store',
      type: 'options',
      options: [
        {
          name: 'Embedded',
          value: 'embedded',
          description: 'A file beside n8n, for one n8n process in regular mode; nothing to install',
        },
        {
          name: 'PostgreSQL',
          value: 'postgres',
          description: 'A database, for queue mode, several main processes, or several machines',
        },
      ],
      default: 'postgres',
    },
    {
      displayName: 'File',
      name: 'file',
      type: 'string',
      default: '',
      placeholder: 'e.g. /home/node/.n8n/returns/ledger.sqlite',
      description:
        'Where the file lies, on a local disk. Leave empty for N8N_RETURNS_LEDGER_FILE, or else the folder "returns" in n8n\'s own.',
      displayOptions: { show: { store: ['embedded'] } },
    },
    {
      displayName: 'Host',
      name: 'host',
      type: 'string',
      required: true,
      default: '',
      placeholder: 'e.g. postgres.your-shop.com',
      displayOptions: { show: { store: ['postgres'] } },
    },
    {
      displayName: 'Port',
      name: 'port',
      type: 'number',
      required: true,
      default: 5432,
      displayOptions: { show: { store: ['postgres'] } },
    },
    {
      displayName: 'Database',
      name: 'database',
      type: 'string',
      required: true,
      default: '',
      placeholder: 'e.g. returns',
      displayOptions: { show: { store: ['postgres'] } },
    },
    {
      displayName: 'User',
      name: 'user',
      type: 'string',
      required: true,
      default: '',
      displayOptions: { show: { store: ['postgres'] } },
    },
    {
      displayName: 'Password',
      name: 'password',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      displayOptions: { show: { store: ['postgres'] } },
    },
    {
      displayName: 'Schema',
      name: 'schema',
      type: 'string',
      default: 'returns',
      description: 'Holds the tables of the ledger, and nothing else. It is made when it is missing.',
      displayOptions: { show: { store: ['postgres'] } },
    },
    {
      displayName: 'SSL/TLS',
      name: 'tls',
      type: 'options',
      options: [
        { name: 'Verify', value: 'verify', description: 'Encrypt, and check the certificate and the name in it' },
        { name: 'Require', value: 'require', description: 'Encrypt, but believe any certificate' },
        { name: 'Disable', value: 'disable', description: 'Only for a server on this machine or a private network' },
      ],
      default: 'verify',
      displayOptions: { show: { store: ['postgres'] } },
    },
    {
      displayName: 'CA Certificate',
      name: 'ca',
      type: 'string',
      typeOptions: { rows: 4 },
      default: '',
      placeholder: 'e.g. -----BEGIN CERTIFICATE-----',
      description: 'Who has signed the certificate of the server, as PEM. Leave empty where a public authority has.',
      displayOptions: { show: { store: ['postgres'], tls: ['verify'] } },
    },
  ];
}
