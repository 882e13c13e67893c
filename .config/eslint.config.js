import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Whatever finds answers, and what it stands on. */
const answering = [
  'server/suggest',
  'server/citing',
  'server/exporting',
  'server/trend',
  'server/search',
  'server/query',
  'indexer/analysis',
  'indexer/index',
  'indexer',
];

/**
 * The house plan: which stage may import which. A stage is a folder; what is not listed is forbidden.
 * `model` stands for indexer/model.ts, which everything may import.
 */
const mayImport = {
  'indexer/model': [],
  'indexer/analysis': [],
  'indexer/reading': [],
  'indexer/cleaning': ['indexer/reading', 'indexer/analysis'],
  'indexer/metadata': ['indexer/cleaning', 'indexer/analysis'],
  'indexer/outline': ['indexer/cleaning', 'indexer/analysis'],
  'indexer/index': ['indexer/analysis'],
  indexer: [
    'indexer/reading',
    'indexer/cleaning',
    'indexer/metadata',
    'indexer/outline',
    'indexer/analysis',
    'indexer/index',
  ],
  'server/query': ['indexer/analysis'],
  'server/search': ['server/query', 'indexer/analysis', 'indexer/index'],
  'server/suggest': ['server/search', 'server/query', 'indexer/analysis', 'indexer/index'],
  'server/exporting': [],
  'server/trend': [
    'server/exporting',
    'server/search',
    'server/query',
    'indexer/metadata',
    'indexer/outline',
    'indexer/analysis',
    'indexer/index',
  ],
  'server/citing': ['server/trend', 'server/search', 'server/query', 'indexer/analysis', 'indexer/index'],
  'server/http': answering,
  'server/commands': [...answering, 'server/http'],
  server: [...answering, 'server/http', 'server/commands'],
};

/** The one file that may import each engine. */
const ownerOf = {
  nodejieba: 'indexer/analysis/segment.ts',
  minisearch: 'indexer/index/keywordIndex.ts',
};

/** `…/indexer/reading/html.ts` → `indexer/reading`; `…/indexer/model.ts` → `indexer/model`. */
function stageOf(file) {
  const path = relative(root, file).split(sep);
  if (path.join('/') === 'indexer/model.ts') return 'indexer/model';
  return path.length > 2 ? path.slice(0, 2).join('/') : path[0];
}

const stages = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { stage: '{{from}} may not import {{to}}', owner: 'only {{owner}} may import {{name}}' },
  },
  create(context) {
    const from = stageOf(context.filename);
    const file = relative(root, context.filename).split(sep).join('/');
    function check(node) {
      const name = node.source?.value;
      if (typeof name !== 'string') return;
      const owner = ownerOf[name];
      if (owner !== undefined && owner !== file) context.report({ node, messageId: 'owner', data: { owner, name } });
      if (!name.startsWith('.')) return;
      const to = stageOf(resolve(dirname(context.filename), name));
      if (to === from || to === 'indexer/model' || mayImport[from]?.includes(to)) return;
      context.report({ node, messageId: 'stage', data: { from, to } });
    }
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'corpus/', '.yinju/', 'test/golden/'] },
  {
    files: ['indexer/**/*.ts', 'server/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: fileURLToPath(new URL('tsconfig.test.json', import.meta.url)) } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Characters of our texts are code points, not grapheme clusters.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // What a server answered is asserted, not typed.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['indexer/**/*.ts', 'server/**/*.ts'],
    plugins: { house: { rules: { stages } } },
    rules: { 'house/stages': 'error' },
  },
  {
    files: ['views/public/**/*.js'],
    languageOptions: { sourceType: 'module' },
  },
);
