/** How a framework keeps its rights as data: the models that hold them, the groups that outsiders are in, the models that nobody else should see. */

import type { Operation, RightsVocabulary } from "../facts/rights.ts";

const OPERATIONS: Readonly<Record<Operation, string>> = { read: "perm_read", write: "perm_write", create: "perm_create", unlink: "perm_unlink" };

export const rights: RightsVocabulary = {
  // https://www.odoo.com/documentation/17.0/developer/reference/backend/security.html#access-rights
  access: { model: "ir.model.access", of: "model_id", group: "group_id", active: "active", operations: OPERATIONS },
  // https://www.odoo.com/documentation/17.0/developer/reference/backend/security.html#record-rules
  rules: { model: "ir.rule", of: "model_id", groups: "groups", domain: "domain_force", active: "active", operations: OPERATIONS },
  idOfModel: (model) => `model_${model.replaceAll(".", "_")}`,
  groups: { internal: "base.group_user", portal: "base.group_portal", public: "base.group_public" },
  sensitive: [
    "ir.config_parameter", "ir.mail_server", "fetchmail.server", "auth.oauth.provider", "payment.acquirer", "payment.provider",
    "res.partner.bank", "hr.employee", "hr.contract", "hr.payslip",
  ],
};
