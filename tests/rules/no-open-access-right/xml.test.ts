/** Records of access rights in XML: what is on and off, where a finding stands, what is offered; and the rules that narrow them. */

import { code, ruleTest } from "../rule-test.ts";

/** A right of the portal's on loans, beside other records. */
const portal = (...others: readonly string[]): string => `<odoo>
    <record id="loan_portal" model="ir.model.access">
        <field name="model_id" ref="model_lib_loan"/>
        <field name="group_id" ref="base.group_portal"/>
        <field name="perm_write" eval="1"/>
    </record>
    ${others.join("\n    ")}
</odoo>
`;

/** A rule about loans with these further fields. */
const rule = (...fields: readonly string[]): string => `<record id="loan_rule" model="ir.rule"><field name="model_id" ref="model_lib_loan"/>${fields.join("")}</record>`;

const OWN = `<field name="domain_force">[('reader_id', '=', user.partner_id.id)]</field>`;
const ALL = `<field name="domain_force">[(1, '=', 1)]</field>`;
const FOR_PORTAL = `<field name="groups" eval="[(4, ref('base.group_portal'))]"/>`;

/** The same with its finding, and what is offered. */
const reported = (...others: readonly string[]) => {
  const field = `        <field name="group_id" ref="base.group_portal"/>\n`;
  const text = portal(...others);
  return { code: text.replace(field, `${field}        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ portal "change"\n`), suggestions: [text.replace('name="perm_write" eval="1"', 'name="perm_write" eval="0"')] };
};

ruleTest("no-open-access-right", {
  xml: {
    valid: [
      { name: "a group of employees", code: '<odoo><record id="a" model="ir.model.access"><field name="model_id" ref="model_a"/><field name="group_id" ref="base.group_user"/><field name="perm_write" eval="1"/></record></odoo>\n' },
      { name: "a group by an expression", code: `<odoo><record id="a" model="ir.model.access"><field name="model_id" ref="model_a"/><field name="group_id" eval="ref('lib.group_staff')"/><field name="perm_write" eval="1"/></record></odoo>\n` },
      { name: "a group that is searched for", code: `<odoo><record id="a" model="ir.model.access"><field name="model_id" ref="model_a"/><field name="group_id" search="[('name', '=', 'Staff')]"/><field name="perm_write" eval="1"/></record></odoo>\n` },
      { name: "nothing granted: no fields", code: '<odoo><record id="a" model="ir.model.access"><field name="model_id" ref="model_a"/></record></odoo>\n' },
      { name: "nothing granted: constants that are false in Python", code: '<odoo><record id="a" model="ir.model.access"><field name="perm_read" eval="0"/><field name="perm_write" eval="False"/><field name="perm_create" eval="None"/><field name="perm_unlink" eval="not True"/></record></odoo>\n' },
      { name: "nothing granted: words for off", code: '<odoo><record id="a" model="ir.model.access"><field name="perm_read">0</field><field name="perm_write">FALSE</field><field name="perm_create">Off</field><field name="perm_unlink">off</field></record></odoo>\n' },
      { name: "an expression that is no constant", code: '<odoo><record id="a" model="ir.model.access"><field name="perm_write" eval="int(time.strftime(\'%Y\'))"/></record></odoo>\n' },
      { name: "switched off", code: '<odoo><record id="a" model="ir.model.access"><field name="active" eval="False"/><field name="perm_write" eval="1"/></record><record id="b" model="ir.model.access"><field name="active">0</field><field name="perm_write" eval="1"/></record></odoo>\n' },
      { name: "a record in a comment", code: '<odoo><!-- <record id="a" model="ir.model.access"><field name="perm_write" eval="1"/></record> --></odoo>\n' },
      { name: "the same id again, with a group", code: '<odoo><record id="a" model="ir.model.access"><field name="perm_write" eval="1"/></record><record id="a" model="ir.model.access"><field name="group_id" ref="base.group_user"/></record></odoo>\n' },
      { name: "the same id again, switched off", code: '<odoo><record id="a" model="ir.model.access"><field name="perm_write" eval="1"/></record><record id="a" model="ir.model.access"><field name="active" eval="False"/></record></odoo>\n' },
      { name: "deleted again", code: '<odoo><record id="a" model="ir.model.access"><field name="perm_write" eval="1"/></record><delete model="ir.model.access" id="a"/></odoo>\n' },
      { name: "a part of another addon's record", code: '<odoo><record id="sale.access_sale_order" model="ir.model.access"><field name="perm_write" eval="1"/></record></odoo>\n' },
      { name: "records of other models", code: '<odoo><record id="a" model="lib.loan"><field name="perm_write" eval="1"/></record></odoo>\n' },
      { name: "a template of the client is no data", code: '<templates><record id="a" model="ir.model.access"><field name="perm_write" eval="1"/></record></templates>\n' },
      { name: "everyone reads an ordinary model: strict only", preset: "recommended", code: '<odoo><record id="a" model="ir.model.access"><field name="model_id" ref="model_a"/><field name="perm_read" eval="1"/></record></odoo>\n' },
      { name: "open on purpose", options: { allow: ["lib.a"] }, code: '<odoo><record id="a" model="ir.model.access"><field name="perm_write" eval="1"/></record></odoo>\n' },
      { name: "open on purpose, by a comment", code: '<odoo>\n  <!-- eslint-disable-next-line pitfalls/no-open-access-right -->\n  <record id="a" model="ir.model.access"><field name="perm_write" eval="1"/></record>\n</odoo>\n' },

      { name: "a rule for the portal", code: portal(rule(OWN, FOR_PORTAL)) },
      { name: "a rule before the right", code: `<odoo>${rule(OWN, FOR_PORTAL)}<record id="a" model="ir.model.access"><field name="model_id" ref="model_lib_loan"/><field name="group_id" ref="base.group_portal"/><field name="perm_write" eval="1"/></record></odoo>\n` },
      { name: "a rule for the portal, by a command's name", code: portal(rule(OWN, `<field name="groups" eval="[Command.link(ref('base.group_portal'))]"/>`)) },
      { name: "a rule for the portal and others, set", code: portal(rule(OWN, `<field name="groups" eval="[(6, 0, [ref('base.group_user'), ref('base.group_portal')])]"/>`)) },
      { name: "a rule for all", code: portal(rule(OWN)) },
      { name: "a rule for all, its groups emptied", code: portal(rule(OWN, '<field name="groups" eval="[(5, 0, 0)]"/>')) },
      { name: "a rule for all, its groups set to none", code: portal(rule(OWN, '<field name="groups" eval="[(6, 0, [])]"/>')) },
      { name: "a rule for all, its groups false", code: portal(rule(OWN, '<field name="groups" eval="False"/>')) },
      { name: "a rule whose model is searched for", code: portal(`<record id="r" model="ir.rule"><field name="model_id" search="[('model', '=', 'lib.loan')]"/>${OWN}</record>`) },
      { name: "a rule whose model has another module's name before it", code: portal(`<record id="r" model="ir.rule"><field name="model_id" ref="library.model_lib_loan"/>${OWN}</record>`) },
      { name: "a rule that other rights are taken from", code: portal(rule(OWN, FOR_PORTAL, '<field name="perm_read" eval="False"/><field name="perm_unlink" eval="0"/>')) },
      { name: "a rule for all narrows, though one for the portal is always true", code: portal(rule(OWN), `<record id="s" model="ir.rule"><field name="model_id" ref="model_lib_loan"/>${ALL}${FOR_PORTAL}</record>`) },
      { name: "a rule of another group that is always true", code: portal(rule(OWN, FOR_PORTAL), `<record id="s" model="ir.rule"><field name="model_id" ref="model_lib_loan"/>${ALL}<field name="groups" eval="[(4, ref('base.group_user'))]"/></record>`) },
      { name: "a rule that a later record adds the portal to", code: portal(rule(OWN, `<field name="groups" eval="[(4, ref('base.group_user'))]"/>`), `<record id="loan_rule" model="ir.rule">${FOR_PORTAL}</record>`) },
      { name: "a rule that a later record adds another group to", code: portal(rule(OWN, FOR_PORTAL), `<record id="loan_rule" model="ir.rule"><field name="groups" eval="[(4, ref('base.group_user'))]"/></record>`) },
      { name: "a rule whose groups cannot be told", code: portal(rule(OWN, `<field name="groups" eval="[(4, ref(x)) for x in groups]"/>`)) },
      { name: "a rule whose model cannot be told", code: portal(`<record id="r" model="ir.rule"><field name="model_id" search="[('name', 'like', 'Loan')]"/>${OWN}${FOR_PORTAL}</record>`) },
      { name: "a right whose model cannot be told, and a rule of the addon that may be its", code: portal(rule(OWN, FOR_PORTAL)).replace('ref="model_lib_loan"', `search="[('name', '=', 'Loan')]"`) },
      { name: "a domain that an expression makes", code: portal(rule(`<field name="domain_force" eval="str([('reader_id', '=', 1)])"/>`, FOR_PORTAL)) },
      { name: "a domain that is never true", code: portal(rule(`<field name="domain_force">[(0, '=', 1)]</field>`, FOR_PORTAL)) },
      { name: "one part of a domain that is always true", code: portal(rule(`<field name="domain_force">[(1, '=', 1), ('reader_id', '=', user.partner_id.id)]</field>`, FOR_PORTAL)) },
      { name: "reading is narrowed as well", code: portal(rule(OWN, FOR_PORTAL)).replaceAll("model_lib_loan", "model_hr_employee").replace('name="perm_write"', 'name="perm_read"') },

      { name: "KNOWN MISS: a right that code grants", code: `<odoo><function model="ir.model.access" name="create" eval="[{'model_id': ref('model_a'), 'perm_write': True, 'name': 'a'}]"/></odoo>\n` },
      { name: "KNOWN MISS: a right of the portal, with a rule whose domain Python makes always true", code: portal(rule(`<field name="domain_force">[] + []</field>`, FOR_PORTAL)) },
    ],
    invalid: [
      {
        name: "no group: on the record's start tag, the group goes behind the model",
        code: code`
          <odoo>
              <record id="loan_all" model="ir.model.access">
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ everyone "loan_all" "model_lib_loan" "read and change"
                  <field name="name">lib.loan</field>
                  <field name="model_id" ref="model_lib_loan" />
                  <field name="perm_read" eval="1" />
                  <field name="perm_write" eval="True" />
              </record>
          </odoo>
        `,
        suggestions: [code`
          <odoo>
              <record id="loan_all" model="ir.model.access">
                  <field name="name">lib.loan</field>
                  <field name="model_id" ref="model_lib_loan" />
                  <field name="group_id" ref="base.group_user" />
                  <field name="perm_read" eval="1" />
                  <field name="perm_write" eval="True" />
              </record>
          </odoo>
        `],
      },
      {
        name: "a group that an expression empties",
        code: code`
          <flectra><data noupdate="1">
            <record id='loan' model='ir.model.access'>
              <field name='model_id' ref='model_lib_loan'/>
              <field name='group_id' eval='False'/>
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ everyone
              <field name='perm_unlink'>1</field>
            </record>
          </data></flectra>
        `,
        suggestions: [code`
          <flectra><data noupdate="1">
            <record id='loan' model='ir.model.access'>
              <field name='model_id' ref='model_lib_loan'/>
              <field name='group_id' ref='base.group_user'/>
              <field name='perm_unlink'>1</field>
            </record>
          </data></flectra>
        `],
      },
      {
        name: "a group without content",
        code: code`
          <openerp>
            <record id="loan" model="ir.model.access">
              <field name="model_id" ref="model_lib_loan"/>
              <field name="group_id"/>
              ~~~~~~~~~~~~~~~~~~~~~~~~ everyone
              <field name="perm_create" eval="1"/>
            </record>
          </openerp>
        `,
        suggestions: [code`
          <openerp>
            <record id="loan" model="ir.model.access">
              <field name="model_id" ref="model_lib_loan"/>
              <field name="group_id" ref="base.group_user"/>
              <field name="perm_create" eval="1"/>
            </record>
          </openerp>
        `],
      },
      {
        name: "what XML takes for on: `no`, nothing, a text that is not empty",
        code: code`
          <odoo>
            <record id="a" model="ir.model.access"><field name="model_id" ref="model_a"/><field name="perm_write">no</field></record>
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ everyone "may change"
            <record id="b" model="ir.model.access"><field name="model_id" ref="model_b"/><field name="perm_write"/></record>
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ everyone "may change"
            <record id="c" model="ir.model.access"><field name="model_id" ref="model_c"/><field name="perm_write" eval="'yes'"/></record>
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ everyone "may change"
          </odoo>
        `,
        suggestions: [
          code`
            <odoo>
              <record id="a" model="ir.model.access"><field name="model_id" ref="model_a"/><field name="group_id" ref="base.group_user"/><field name="perm_write">no</field></record>
              <record id="b" model="ir.model.access"><field name="model_id" ref="model_b"/><field name="perm_write"/></record>
              <record id="c" model="ir.model.access"><field name="model_id" ref="model_c"/><field name="perm_write" eval="'yes'"/></record>
            </odoo>
          `,
          code`
            <odoo>
              <record id="a" model="ir.model.access"><field name="model_id" ref="model_a"/><field name="perm_write">no</field></record>
              <record id="b" model="ir.model.access"><field name="model_id" ref="model_b"/><field name="group_id" ref="base.group_user"/><field name="perm_write"/></record>
              <record id="c" model="ir.model.access"><field name="model_id" ref="model_c"/><field name="perm_write" eval="'yes'"/></record>
            </odoo>
          `,
          code`
            <odoo>
              <record id="a" model="ir.model.access"><field name="model_id" ref="model_a"/><field name="perm_write">no</field></record>
              <record id="b" model="ir.model.access"><field name="model_id" ref="model_b"/><field name="perm_write"/></record>
              <record id="c" model="ir.model.access"><field name="model_id" ref="model_c"/><field name="group_id" ref="base.group_user"/><field name="perm_write" eval="'yes'"/></record>
            </odoo>
          `,
        ],
      },
      {
        name: "a sensitive model that is searched for, over several lines",
        code: code`
          <odoo>
            <record id="mail"
            ~~~~~~~~~~~~~~~~~> everyone "ir.mail_server"
                    model="ir.model.access">
              <field name="model_id" search="[('model', '=', 'ir.mail_server')]"/>
              <field name="perm_read" eval="1"/>
            </record>
          </odoo>
        `,
        suggestions: [code`
          <odoo>
            <record id="mail"
                    model="ir.model.access">
              <field name="model_id" search="[('model', '=', 'ir.mail_server')]"/>
              <field name="group_id" ref="base.group_user"/>
              <field name="perm_read" eval="1"/>
            </record>
          </odoo>
        `],
      },
      {
        name: "everyone reads an ordinary model",
        preset: "strict",
        code: code`
          <odoo>
            <record id="a" model="ir.model.access">
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ everyone "may read"
              <field name="model_id" ref="model_a"/>
              <field name="perm_read" eval="1"/>
            </record>
          </odoo>
        `,
        suggestions: [code`
          <odoo>
            <record id="a" model="ir.model.access">
              <field name="model_id" ref="model_a"/>
              <field name="group_id" ref="base.group_user"/>
              <field name="perm_read" eval="1"/>
            </record>
          </odoo>
        `],
      },
      {
        name: "the public user: what is reported is withdrawn, in the author's words",
        code: code`
          <odoo>
              <record id="loan_public" model="ir.model.access">
                  <field name="model_id" ref="model_lib_loan"/>
                  <field name="group_id" ref="base.group_public"/>
                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ public "change and delete"
                  <field name="perm_read" eval="True"/>
                  <field name="perm_write" eval="True"/>
                  <field name="perm_create" eval="True"/>
                  <field name="perm_unlink">1</field>
              </record>
          </odoo>
        `,
        suggestions: [code`
          <odoo>
              <record id="loan_public" model="ir.model.access">
                  <field name="model_id" ref="model_lib_loan"/>
                  <field name="group_id" ref="base.group_public"/>
                  <field name="perm_read" eval="True"/>
                  <field name="perm_write" eval="False"/>
                  <field name="perm_create" eval="True"/>
                  <field name="perm_unlink">0</field>
              </record>
          </odoo>
        `],
      },
      {
        name: "the public user, by an expression, whatever the rules",
        code: `<odoo>\n${rule(OWN)}\n${rule(OWN, "<field name=\"groups\" eval=\"[(4, ref('base.group_public'))]\"/>")}\n${code`
          <record id="loan_public" model="ir.model.access">
            <field name="model_id" ref="model_lib_loan"/>
            <field name="group_id" eval="ref('base.group_public')"/>
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ public
            <field name="perm_write" eval="1"/>
          </record>
        `}</odoo>\n`,
        suggestions: [`<odoo>\n${rule(OWN)}\n${rule(OWN, "<field name=\"groups\" eval=\"[(4, ref('base.group_public'))]\"/>")}\n${code`
          <record id="loan_public" model="ir.model.access">
            <field name="model_id" ref="model_lib_loan"/>
            <field name="group_id" eval="ref('base.group_public')"/>
            <field name="perm_write" eval="0"/>
          </record>
        `}</odoo>\n`],
      },
      {
        name: "another addon's record whose group is emptied",
        code: code`
          <odoo>
            <record id="sale.access_sale_order" model="ir.model.access">
              <field name="group_id" eval="None"/>
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ everyone
              <field name="perm_write" eval="1"/>
            </record>
          </odoo>
        `,
        suggestions: [code`
          <odoo>
            <record id="sale.access_sale_order" model="ir.model.access">
              <field name="group_id" ref="base.group_user"/>
              <field name="perm_write" eval="1"/>
            </record>
          </odoo>
        `],
      },
      {
        name: "the same id again: on the last, which takes the group away",
        code: code`
          <odoo>
            <record id="loan" model="ir.model.access">
              <field name="model_id" ref="model_lib_loan"/>
              <field name="group_id" ref="base.group_user"/>
              <field name="perm_write" eval="1"/>
            </record>
            <record id="loan" model="ir.model.access">
              <field name="group_id" eval="False"/>
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ everyone "model_lib_loan"
            </record>
          </odoo>
        `,
        suggestions: [code`
          <odoo>
            <record id="loan" model="ir.model.access">
              <field name="model_id" ref="model_lib_loan"/>
              <field name="group_id" ref="base.group_user"/>
              <field name="perm_write" eval="1"/>
            </record>
            <record id="loan" model="ir.model.access">
              <field name="group_id" ref="base.group_user"/>
            </record>
          </odoo>
        `],
      },
      {
        name: "the same id again: the last says nothing of the group, so the right to change is withdrawn there",
        code: code`
          <odoo>
            <record id="loan" model="ir.model.access">
              <field name="model_id" ref="model_lib_loan"/>
              <field name="group_id" ref="base.group_public"/>
              <field name="perm_write" eval="1"/>
            </record>
            <record id="loan" model="ir.model.access">
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ public "change"
              <field name="name">Loans</field>
            </record>
          </odoo>
        `,
        suggestions: [code`
          <odoo>
            <record id="loan" model="ir.model.access">
              <field name="model_id" ref="model_lib_loan"/>
              <field name="group_id" ref="base.group_public"/>
              <field name="perm_write" eval="1"/>
            </record>
            <record id="loan" model="ir.model.access">
              <field name="perm_write" eval="0"/>
              <field name="name">Loans</field>
            </record>
          </odoo>
        `],
      },
      {
        name: "written again behind its deletion",
        code: code`
          <odoo>
            <delete model="ir.model.access" id="loan"/>
            <record id="loan" model="ir.model.access">
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ everyone
              <field name="model_id" ref="model_lib_loan"/>
              <field name="perm_write" eval="1"/>
            </record>
          </odoo>
        `,
        suggestions: [code`
          <odoo>
            <delete model="ir.model.access" id="loan"/>
            <record id="loan" model="ir.model.access">
              <field name="model_id" ref="model_lib_loan"/>
              <field name="group_id" ref="base.group_user"/>
              <field name="perm_write" eval="1"/>
            </record>
          </odoo>
        `],
      },

      { name: "the portal without a rule", ...reported() },
      { name: "a rule of another model", ...reported(rule(OWN, FOR_PORTAL).replace("model_lib_loan", "model_lib_fine")) },
      { name: "a rule of another group", ...reported(rule(OWN, `<field name="groups" eval="[(4, ref('base.group_user'))]"/>`)) },
      { name: "a rule that does not cover changing", ...reported(rule(OWN, FOR_PORTAL, '<field name="perm_write" eval="False"/>')) },
      { name: "a rule that does not cover changing, by a word", ...reported(rule(OWN, '<field name="perm_write">0</field>')) },
      { name: "a rule that is switched off", ...reported(rule(OWN, '<field name="active" eval="False"/>')) },
      { name: "a rule that is deleted again", ...reported(rule(OWN), '<delete model="ir.rule" id="loan_rule"/>') },
      { name: "a rule that is always true", ...reported(rule(ALL, FOR_PORTAL)) },
      { name: "a rule for all that is always true", ...reported(rule(ALL)) },
      { name: "a rule without a domain", ...reported(rule(FOR_PORTAL)) },
      { name: "a rule with an empty domain", ...reported(rule('<field name="domain_force">[]</field>', FOR_PORTAL)) },
      { name: "a rule that every id fulfils", ...reported(rule(`<field name="domain_force">[("id", "!=", False)]</field>`, FOR_PORTAL)) },
      { name: "a rule that one of two alternatives opens", ...reported(rule(`<field name="domain_force">['|', ('reader_id', '=', user.partner_id.id), (1, '=', 1)]</field>`, FOR_PORTAL)) },
      { name: "a rule that is the opposite of never", ...reported(rule(`<field name="domain_force">['!', (0, '=', 1)]</field>`, FOR_PORTAL)) },
      { name: "a rule whose domain is a list of lists", ...reported(rule(`<field name="domain_force">[[1, '=', 1],]</field>`, FOR_PORTAL)) },
      { name: "a rule whose domain is an expression", ...reported(rule(`<field name="domain_force" eval="[(1, '=', 1)]"/>`, FOR_PORTAL)) },
      { name: "a rule whose domain is a text in an expression", ...reported(rule(`<field name="domain_force" eval="'[]'"/>`, FOR_PORTAL)) },
      { name: "rules of the portal unify: one that is always true undoes the other", ...reported(rule(OWN, FOR_PORTAL), `<record id="s" model="ir.rule"><field name="model_id" ref="model_lib_loan"/>${ALL}${FOR_PORTAL}</record>`) },
      { name: "a rule that a later record takes the portal from", ...reported(rule(OWN, FOR_PORTAL), `<record id="loan_rule" model="ir.rule"><field name="groups" eval="[(3, ref('base.group_portal')), (4, ref('base.group_user'))]"/></record>`) },
      { name: "a rule that a later record opens", ...reported(rule(OWN, FOR_PORTAL), `<record id="loan_rule" model="ir.rule">${ALL}</record>`) },
      { name: "a part of another addon's rule, which names no model", ...reported(`<record id="sale.order_rule" model="ir.rule">${OWN}</record>`) },
      { name: "KNOWN FALSE ALARM: a right of the portal, with a rule for a group that the portal's users are in as well", ...reported(rule(OWN, `<field name="groups" eval="[(4, ref('group_reader'))]"/>`), `<record id="base.group_portal" model="res.groups"><field name="implied_ids" eval="[(4, ref('group_reader'))]"/></record>`) },
      { name: "KNOWN FALSE ALARM: a right that a call takes away", ...reported(`<function model="ir.model.access" name="unlink" eval="[ref('loan_portal')]"/>`) },
      { name: "KNOWN FALSE ALARM: a right of the portal, with a rule that a call makes", ...reported(`<function model="ir.rule" name="create" eval="[{'model_id': ref('model_lib_loan'), 'domain_force': str([('reader_id', '=', 1)])}]"/>`) },
    ],
  },
});
