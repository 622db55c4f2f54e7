/** py-ast's tree, with the names by which we speak of it. */

import type { ASTNodeUnion, ExprNode, Module, StmtNode } from "py-ast";

type Known = ASTNodeUnion | Module;

export type PyNode = Extract<Known, { readonly nodeType: string }>;
export type PyNodeOf<K extends PyNode["nodeType"]> = Extract<PyNode, { readonly nodeType: K }>;
export type PyExpr = ExprNode;
export type PyStmt = StmtNode;
export type PyModule = Module;
