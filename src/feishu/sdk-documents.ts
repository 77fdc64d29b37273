import type { Client } from '@larksuiteoapi/node-sdk';
import type { Feishu } from './client.ts';
import { FeishuError } from './errors.ts';
import * as answers from './sdk-answers.ts';
import type { Call } from './sdk-call.ts';

/** Documents of Feishu's own, also those behind a page of a knowledge base. */
export function documentCalls(client: Client, call: Call): Pick<Feishu, 'readDocument'> {
  return {
    readDocument: async (kind, token) => {
      const node =
        kind === 'wiki'
          ? answers.wikiNode(
              await call(() =>
                client.request({
                  method: 'GET',
                  url: '/open-apis/wiki/v2/spaces/get_node',
                  params: { token },
                }),
              ),
            )
          : { type: 'docx', token };
      if (node.type !== 'docx')
        throw new FeishuError('document', { message: `a ${node.type}`, uncertain: false });
      const title = answers.documentTitle(
        await call(() =>
          client.request({
            method: 'GET',
            url: `/open-apis/docx/v1/documents/${encodeURIComponent(node.token)}`,
          }),
        ),
      );
      // Not docx raw_content, which loses headings and tables.
      const markdown = answers.documentContent(
        await call(() =>
          client.request({
            method: 'GET',
            url: '/open-apis/docs/v1/content',
            params: { doc_token: node.token, doc_type: 'docx', content_type: 'markdown' },
          }),
        ),
      );
      return { title, markdown };
    },
  };
}
