import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

/** The mail server that shoppers get their messages from. Tested by the Return Email node, which speaks SMTP. */
export class ReturnsSmtpApi implements ICredentialType {
  name = 'returnsSmtpApi';

  displayName = 'Returns SMTP API';

  icon: Icon = { light: 'file:icons/mail.svg', dark: 'file:icons/mail.dark.svg' };

  documentationUrl = 'https://github.com/n8n-nodes-returns/n8n-nodes-returns/blob/main/docs/credentials/smtp.md';

  properties: INodeProperties[] = [
    {
      displayName: 'Host',
      name: 'host',
      type: 'string',
      required: true,
      default: '',
      placeholder: 'e.g. smtp.your-provider.com',
    },
    { displayName: 'Port', name: 'port', type: 'number', required: true, default: 465 },
    {
      displayName: 'SSL/TLS',
      name: 'secure',
      type: 'boolean',
      default: true,
      description: 'Whether to encrypt from the first byte (port 465)',
    },
    {
      displayName: 'STARTTLS',
      name: 'startTls',
      type: 'options',
      options: [
        { name: 'Required', value: 'required', description: 'Nothing is sent before the connection is encrypted' },
        { name: 'If Offered', value: 'if_offered' },
        { name: 'Never', value: 'never', description: 'Only for a server on this machine' },
      ],
      default: 'required',
      displayOptions: { show: { secure: [false] } },
    },
    { displayName: 'User', name: 'user', type: 'string', default: '' },
    { displayName: 'Password', name: 'password', type: 'string', typeOptions: { password: true }, default: '' },
    {
      displayName: 'Sender Name',
      name: 'fromName',
      type: 'string',
      default: '',
      placeholder: 'e.g. Atelier Lune',
    },
    {
      displayName: 'Sender Address',
      name: 'fromEmail',
      type: 'string',
      required: true,
      default: '',
      placeholder: 'e.g. returns@your-shop.com',
    },
  ];
}
