import type { Declare, OpenAnswer } from './open-api.ts';
import type { SimulatedDocument } from './options.ts';
import type { Pocket } from './pocket.ts';
import { refuse } from './refusal.ts';

/** Documents: title, text as Markdown or plain, the document behind a page of a knowledge base. */
export function declareDocuments(pocket: Pocket, on: Declare): void {
  const documents = () => pocket.options.documents ?? [];
  const withDocument = (
    token: string,
    answer: (document: SimulatedDocument) => OpenAnswer,
  ): OpenAnswer => {
    const document = documents().find((d) => d.token === token);
    if (!document) return refuse(1770002, 'not found', 404);
    return document.shared ? answer(document) : refuse(1770032, 'forBidden', 403);
  };

  on('GET', '/open-apis/docx/v1/documents/:document_id', ({ param }) =>
    withDocument(param('document_id'), ({ token, title }) => ({
      kind: 'data',
      data: { document: { document_id: token, revision_id: 1, title } },
    })),
  );

  on('GET', '/open-apis/docx/v1/documents/:document_id/raw_content', ({ param }) =>
    withDocument(param('document_id'), ({ markdown }) => ({
      kind: 'data',
      data: { content: markdown.replace(/^#+ /gm, '') },
    })),
  );

  on('GET', '/open-apis/docs/v1/content', ({ query }) => {
    if (query('doc_type') !== 'docx' || query('content_type') !== 'markdown')
      return refuse(99992402, 'field validation failed');
    return withDocument(query('doc_token') ?? '', ({ markdown }) => ({
      kind: 'data',
      data: { content: markdown },
    }));
  });

  on('GET', '/open-apis/wiki/v2/spaces/get_node', ({ query }) => {
    const document = documents().find((d) => d.wiki === query('token'));
    if (!document) return refuse(131005, 'not found: node not found by token');
    if (!document.shared) return refuse(131006, 'permission denied: node permission denied');
    return {
      kind: 'data',
      data: {
        node: {
          node_token: document.wiki,
          obj_token: document.token,
          obj_type: 'docx',
          node_type: 'origin',
          title: document.title,
        },
      },
    };
  });
}
