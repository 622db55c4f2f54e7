/** Rows of access rights in CSV: who gets what, where a finding stands, what is offered. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-open-access-right", {
  csv: {
    valid: [
      { name: "a group of employees", code: "id,model_id:id,group_id:id,perm_read,perm_write\nloan_user,model_lib_loan,base.group_user,1,1\n" },
      { name: "a group of the addon's own", code: "id,model_id:id,group_id:id,perm_write\nloan_staff,model_lib_loan,lib.group_staff,1\n" },
      { name: "a group of the addon's own that is called like the public one", code: "id,model_id:id,group_id:id,perm_write\nloan_press,model_lib_loan,group_public,1\n" },
      { name: "a group that is named", code: "id,model_id:id,group_id,perm_write\nloan_user,model_lib_loan,Librarian,1\n" },
      { name: "a group by its number in the database", code: "id,model_id:id,group_id/.id,perm_write\nloan_user,model_lib_loan,7,1\n" },
      { name: "nothing granted, however it is said", code: "id,model_id:id,group_id:id,perm_read,perm_write,perm_create,perm_unlink\na,model_a,,0,0,0,0\nb,model_b,,,,,\nc,model_c,,false,No,FALSE,no\n" },
      { name: "a right without a column is off", code: "id,model_id:id,group_id:id\nloan_all,model_lib_loan,\n" },
      { name: "a row that is switched off", code: "id,model_id:id,group_id:id,active,perm_write\na,model_a,,0,1\nb,model_b,,,1\n" },
      { name: "only a header", code: "id,model_id:id,group_id:id,perm_write\n" },
      { name: "an empty file", code: "" },
      { name: "blank rows", code: "id,model_id:id,group_id:id,perm_write\n\n,,,\nloan_user,model_lib_loan,base.group_user,1\n" },
      { name: "the same id again, with a group", code: "id,model_id:id,group_id:id,perm_write\nloan,model_lib_loan,,1\nloan,model_lib_loan,base.group_user,1\n" },
      { name: "the same id again, with its module", file: "examples/addons/bike_rental/security/ir.model.access.csv", code: "id,model_id:id,group_id:id,perm_write\nloan,model_lib_loan,,1\nbike_rental.loan,model_lib_loan,base.group_user,1\n" },
      { name: "the same id again, with nothing granted", code: "id,model_id:id,group_id:id,perm_write\nloan,model_lib_loan,,1\nloan,model_lib_loan,,0\n" },
      { name: "a part of another addon's row, without a column for the group", code: "id,perm_write\nsale.access_sale_order,1\n" },
      { name: "data of another model", file: "data/lib.shelf.csv", code: "id,name,group_id:id,perm_write\nshelf_a,A,,1\n" },
      { name: "the public user reads an ordinary model", code: "id,model_id:id,group_id:id,perm_read\nopening_public,model_lib_opening,base.group_public,1\n" },
      { name: "portal users read an ordinary model", code: "id,model_id:id,group_id:id,perm_read\nopening_portal,model_lib_opening,base.group_portal,1\n" },
      { name: "everyone reads an ordinary model: strict only", preset: "recommended", code: "id,model_id:id,group_id:id,perm_read\nopening_all,model_lib_opening,,1\n" },
      { name: "the public user creates: strict only", preset: "recommended", code: "id,model_id:id,group_id:id,perm_read,perm_create\nwish_public,model_lib_wish,base.group_public,1,1\n" },
      { name: "portal users create: strict only", preset: "recommended", code: "id,model_id:id,group_id:id,perm_read,perm_create\nwish_portal,model_lib_wish,base.group_portal,1,1\n" },
      { name: "a folder of tests: strict only", preset: "recommended", file: "tests/security/ir.model.access.csv", code: "id,model_id:id,group_id:id,perm_write\nloan,model_lib_loan,,1\n" },
      { name: "open on purpose", options: { allow: ["lib.wish_all"] }, code: "id,model_id:id,group_id:id,perm_create\nwish_all,model_lib_wish,,1\n" },
      { name: "open on purpose, by the settings", settings: { allow: ["bike_rental.wish_all"] }, file: "examples/addons/bike_rental/security/ir.model.access.csv", code: "id,model_id:id,group_id:id,perm_create\nwish_all,model_lib_wish,,1\n" },
      { name: "open on purpose, without the addon's name", options: { allow: ["wish_all"] }, file: "examples/addons/bike_rental/security/ir.model.access.csv", code: "id,model_id:id,group_id:id,perm_create\nbike_rental.wish_all,model_lib_wish,,1\n" },
      { name: "two columns for the group: the loader refuses the row", code: "id,model_id:id,group_id:id,group_id,perm_write\nloan,model_lib_loan,,,1\n" },
      { name: "KNOWN MISS: a right of a group that visitors or portal users are in through another one", code: "id,model_id:id,group_id:id,perm_write\nloan,model_lib_loan,website.group_of_all_visitors,1\n" },
    ],
    invalid: [
      {
        name: "an empty group cell",
        code: code`
          id,name,model_id:id,group_id:id,perm_read,perm_write,perm_create,perm_unlink
          loan_all,lib.loan all,model_lib_loan,,1,1,1,1
                                               ^ everyone "loan_all" "model_lib_loan" "may read, create, change and delete"
        `,
        suggestions: [code`
          id,name,model_id:id,group_id:id,perm_read,perm_write,perm_create,perm_unlink
          loan_all,lib.loan all,model_lib_loan,base.group_user,1,1,1,1
        `],
      },
      {
        name: "one right of the three is enough",
        code: code`
          id,model_id:id,group_id:id,perm_read,perm_write,perm_create,perm_unlink
          a,model_a,,0,1,0,0
                    ^ everyone "may change the records"
          b,model_b,,0,0,1,0
                    ^ everyone "may create"
          c,model_c,,1,0,0,1
                    ^ everyone "may read and delete"
        `,
        suggestions: [
          code`
            id,model_id:id,group_id:id,perm_read,perm_write,perm_create,perm_unlink
            a,model_a,base.group_user,0,1,0,0
            b,model_b,,0,0,1,0
            c,model_c,,1,0,0,1
          `,
          code`
            id,model_id:id,group_id:id,perm_read,perm_write,perm_create,perm_unlink
            a,model_a,,0,1,0,0
            b,model_b,base.group_user,0,0,1,0
            c,model_c,,1,0,0,1
          `,
          code`
            id,model_id:id,group_id:id,perm_read,perm_write,perm_create,perm_unlink
            a,model_a,,0,1,0,0
            b,model_b,,0,0,1,0
            c,model_c,base.group_user,1,0,0,1
          `,
        ],
      },
      {
        name: "quoted cells stay quoted",
        code: code`
          "id","name","model_id:id","group_id:id","perm_read","perm_write"
          "loan","loan, ""all""","model_lib_loan","","1","1"
                                                  ~~ everyone
        `,
        suggestions: [code`
          "id","name","model_id:id","group_id:id","perm_read","perm_write"
          "loan","loan, ""all""","model_lib_loan","base.group_user","1","1"
        `],
      },
      {
        name: "a group that is last, with slashes in the header",
        code: code`
          id,model_id/id,perm_write,group_id/id
          loan,model_lib_loan,1,
                                ^ everyone
        `,
        suggestions: [code`
          id,model_id/id,perm_write,group_id/id
          loan,model_lib_loan,1,base.group_user
        `],
      },
      {
        name: "no column for the group: on the first cell, and nothing is offered",
        code: code`
          id,model_id:id,perm_write
          loan,model_lib_loan,1
          ~~~~ everyone
        `,
      },
      {
        name: "an empty name of a group: the column takes no external id",
        code: code`
          id,model_id:id,group_id,perm_write
          loan,model_lib_loan,,1
                              ^ everyone
        `,
      },
      {
        name: "words of the loader for no group",
        code: code`
          id,model_id:id,group_id:id,perm_write
          loan,model_lib_loan,False,1
                              ~~~~~ everyone
        `,
        suggestions: [code`
          id,model_id:id,group_id:id,perm_write
          loan,model_lib_loan,base.group_user,1
        `],
      },
      {
        name: "any other text grants",
        code: code`
          id,model_id:id,group_id:id,perm_write
          a,model_a,,True
                    ^ everyone
          b,model_b,,yes
                    ^ everyone
          c,model_c,,off
                    ^ everyone
          d,model_d,,2
                    ^ everyone
        `,
        suggestions: [
          "id,model_id:id,group_id:id,perm_write\na,model_a,base.group_user,True\nb,model_b,,yes\nc,model_c,,off\nd,model_d,,2\n",
          "id,model_id:id,group_id:id,perm_write\na,model_a,,True\nb,model_b,base.group_user,yes\nc,model_c,,off\nd,model_d,,2\n",
          "id,model_id:id,group_id:id,perm_write\na,model_a,,True\nb,model_b,,yes\nc,model_c,base.group_user,off\nd,model_d,,2\n",
          "id,model_id:id,group_id:id,perm_write\na,model_a,,True\nb,model_b,,yes\nc,model_c,,off\nd,model_d,base.group_user,2\n",
        ],
      },
      {
        name: "everyone reads what is secret or about people, however its model is named",
        code: code`
          id,model_id:id,group_id:id,perm_read
          a,base.model_ir_config_parameter,,1
                                           ^ everyone "may read"
          b,lib.model_hr_employee,,1
                                  ^ everyone
          c,model_res_partner_bank,,1
                                   ^ everyone
        `,
        suggestions: [
          "id,model_id:id,group_id:id,perm_read\na,base.model_ir_config_parameter,base.group_user,1\nb,lib.model_hr_employee,,1\nc,model_res_partner_bank,,1\n",
          "id,model_id:id,group_id:id,perm_read\na,base.model_ir_config_parameter,,1\nb,lib.model_hr_employee,base.group_user,1\nc,model_res_partner_bank,,1\n",
          "id,model_id:id,group_id:id,perm_read\na,base.model_ir_config_parameter,,1\nb,lib.model_hr_employee,,1\nc,model_res_partner_bank,base.group_user,1\n",
        ],
      },
      {
        name: "a sensitive model by its own name",
        code: code`
          id,model_id,group_id:id,perm_read
          pay,payment.provider,,1
                               ^ everyone "payment.provider"
        `,
        suggestions: ["id,model_id,group_id:id,perm_read\npay,payment.provider,base.group_user,1\n"],
      },
      {
        name: "a further sensitive model, by an option",
        options: { sensitive: ["lib.fine"] },
        code: code`
          id,model_id:id,group_id:id,perm_read
          fine_all,model_lib_fine,,1
                                  ^ everyone
          fine_public,model_lib_fine,base.group_public,1
                                     ~~~~~~~~~~~~~~~~~ public "read"
        `,
        suggestions: [
          "id,model_id:id,group_id:id,perm_read\nfine_all,model_lib_fine,base.group_user,1\nfine_public,model_lib_fine,base.group_public,1\n",
          "id,model_id:id,group_id:id,perm_read\nfine_all,model_lib_fine,,1\nfine_public,model_lib_fine,base.group_public,0\n",
        ],
      },
      {
        name: "settings and options add up",
        settings: { sensitive: ["lib.fine"] },
        options: { sensitive: ["lib.debt"] },
        code: code`
          id,model_id:id,group_id:id,perm_read
          fine,model_lib_fine,base.group_portal,1
                              ~~~~~~~~~~~~~~~~~ portal
          debt,model_lib_debt,base.group_portal,1
                              ~~~~~~~~~~~~~~~~~ portal
        `,
        suggestions: [
          "id,model_id:id,group_id:id,perm_read\nfine,model_lib_fine,base.group_portal,0\ndebt,model_lib_debt,base.group_portal,1\n",
          "id,model_id:id,group_id:id,perm_read\nfine,model_lib_fine,base.group_portal,1\ndebt,model_lib_debt,base.group_portal,0\n",
        ],
      },
      {
        name: "everyone reads an ordinary model",
        preset: "strict",
        code: code`
          id,model_id:id,group_id:id,perm_read
          opening_all,model_lib_opening,,1
                                        ^ everyone "may read"
        `,
        suggestions: ["id,model_id:id,group_id:id,perm_read\nopening_all,model_lib_opening,base.group_user,1\n"],
      },
      {
        name: "the public user changes and deletes: what is reported is withdrawn, the rest stays",
        code: code`
          id,model_id:id,group_id:id,perm_read,perm_write,perm_create,perm_unlink
          loan_public,model_lib_loan,base.group_public,1,1,1,yes
                                     ~~~~~~~~~~~~~~~~~ public "loan_public" "base.group_public" "change and delete"
        `,
        suggestions: [code`
          id,model_id:id,group_id:id,perm_read,perm_write,perm_create,perm_unlink
          loan_public,model_lib_loan,base.group_public,1,0,1,0
        `],
      },
      {
        name: "the public user reads what is about people",
        code: code`
          "id","model_id:id","group_id:id","perm_read"
          "staff","hr.model_hr_employee","base.group_public","1"
                                         ~~~~~~~~~~~~~~~~~~~ public "read"
        `,
        suggestions: ['"id","model_id:id","group_id:id","perm_read"\n"staff","hr.model_hr_employee","base.group_public","0"\n'],
      },
      {
        name: "the public user creates, nothing else",
        preset: "strict",
        code: code`
          id,model_id:id,group_id:id,perm_read,perm_create
          wish_public,model_lib_wish,base.group_public,1,1
                                     ~~~~~~~~~~~~~~~~~ public "create"
        `,
        suggestions: ["id,model_id:id,group_id:id,perm_read,perm_create\nwish_public,model_lib_wish,base.group_public,1,0\n"],
      },
      {
        name: "portal users delete what no rule keeps from them",
        code: code`
          id,model_id:id,group_id:id,perm_read,perm_write,perm_create,perm_unlink
          loan_portal,model_lib_loan,base.group_portal,1,0,1,1
                                     ~~~~~~~~~~~~~~~~~ portal "base.group_portal" "delete"
        `,
        suggestions: [code`
          id,model_id:id,group_id:id,perm_read,perm_write,perm_create,perm_unlink
          loan_portal,model_lib_loan,base.group_portal,1,0,1,0
        `],
      },
      {
        name: "portal users create, nothing else",
        preset: "strict",
        code: code`
          id,model_id:id,group_id:id,perm_read,perm_create
          wish_portal,model_lib_wish,base.group_portal,1,1
                                     ~~~~~~~~~~~~~~~~~ portal "create"
        `,
        suggestions: ["id,model_id:id,group_id:id,perm_read,perm_create\nwish_portal,model_lib_wish,base.group_portal,1,0\n"],
      },
      {
        name: "the same id again, without a group",
        code: code`
          id,model_id:id,group_id:id,perm_write
          loan,model_lib_loan,base.group_user,1
          loan,model_lib_loan,,1
                              ^ everyone
        `,
        suggestions: ["id,model_id:id,group_id:id,perm_write\nloan,model_lib_loan,base.group_user,1\nloan,model_lib_loan,base.group_user,1\n"],
      },
      {
        name: "rows without an id are all counted",
        code: code`
          id,model_id:id,group_id:id,perm_write
          ,model_a,,1
                   ^ everyone "model_a"
          ,model_b,,1
                   ^ everyone "model_b"
        `,
        suggestions: ["id,model_id:id,group_id:id,perm_write\n,model_a,base.group_user,1\n,model_b,,1\n", "id,model_id:id,group_id:id,perm_write\n,model_a,,1\n,model_b,base.group_user,1\n"],
      },
      {
        name: "another addon's row whose group is emptied",
        code: code`
          id,group_id:id,perm_write
          sale.access_sale_order,,1
                                 ^ everyone "its model"
        `,
        suggestions: ["id,group_id:id,perm_write\nsale.access_sale_order,base.group_user,1\n"],
      },
      {
        name: "a model that the loader looks up by its title",
        code: code`
          id,model_id,group_id:id,perm_write
          loan,Loan of a book,,1
                              ^ everyone "Loan of a book"
        `,
        suggestions: ["id,model_id,group_id:id,perm_write\nloan,Loan of a book,base.group_user,1\n"],
      },
      {
        name: "a file with a name of its own",
        file: "security/ir.model.access-portal.csv",
        code: code`
          id,model_id:id,group_id:id,perm_write
          loan,model_lib_loan,base.group_portal,1
                              ~~~~~~~~~~~~~~~~~ portal
        `,
        suggestions: ["id,model_id:id,group_id:id,perm_write\nloan,model_lib_loan,base.group_portal,0\n"],
      },
      {
        name: "a folder of tests",
        preset: "strict",
        file: "tests/security/ir.model.access.csv",
        code: code`
          id,model_id:id,group_id:id,perm_write
          loan,model_lib_loan,,1
                              ^ everyone
        `,
        suggestions: ["id,model_id:id,group_id:id,perm_write\nloan,model_lib_loan,base.group_user,1\n"],
      },
      {
        name: "what is allowed by its id is allowed for that row only",
        options: { allow: ["lib.wish_all"] },
        code: code`
          id,model_id:id,group_id:id,perm_create
          wish_all,model_lib_wish,,1
          loan_all,model_lib_loan,,1
                                  ^ everyone
        `,
        suggestions: ["id,model_id:id,group_id:id,perm_create\nwish_all,model_lib_wish,,1\nloan_all,model_lib_loan,base.group_user,1\n"],
      },
    ],
  },
});
