import fs from 'node:fs';
import ts from 'typescript';

/** Every name that WeChat's own typings give `wx`, so that a name the harness does not know can be told from one that does not exist. */
export function wxNames(): string[] {
  const file = require.resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts');
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'Wx')
      for (const member of node.members) if (member.name && ts.isIdentifier(member.name)) names.add(member.name.text);
    if (ts.isModuleDeclaration(node) || ts.isModuleBlock(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return [...names];
}
