import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { JournalService } from "./journal-service"
import * as accounts from "./sql/bank-accounts"
import * as acts from "./sql/bank-acts"
import * as lines from "./sql/bank-lines"
import * as statements from "./sql/bank-statements"
import { importStatement, type StatementImport } from "./sql/import-statement"
import { sqlOf } from "./sql/runner"

/** What the bank says, line by line, and what of the market's each line is. */
export class BankService extends JournalService {
  /** Names an account of the market's at a bank. @throws INVALID_DATA number or currency, CONFLICT one of that number. */
  @InjectTransactionManager()
  async createBankAccount(
    account: accounts.NewBankAccount,
    @MedusaContext() context: Context = {}
  ): Promise<accounts.BankAccountDTO> {
    return accounts.insertBankAccount(sqlOf(context), account)
  }

  /** Changes its name, or how its CSV is read. @throws NOT_FOUND */
  @InjectTransactionManager()
  async updateBankAccount(
    id: string,
    patch: accounts.BankAccountPatch,
    @MedusaContext() context: Context = {}
  ): Promise<accounts.BankAccountDTO> {
    return accounts.updateBankAccount(sqlOf(context), id, patch)
  }

  /** The market's accounts at banks, by name. */
  @InjectManager()
  async listBankAccounts(
    @MedusaContext() context: Context = {}
  ): Promise<accounts.BankAccountDTO[]> {
    return accounts.listBankAccounts(sqlOf(context))
  }

  /**
   * Reads a statement's file, all of it or nothing; lines that are known from another file aren't written again.
   * @throws NOT_FOUND account, INVALID_DATA with line, column and what was expected, or when it is of another account.
   */
  @InjectTransactionManager()
  async importBankStatement(
    input: StatementImport,
    @MedusaContext() context: Context = {}
  ): Promise<statements.BankStatementDTO> {
    return importStatement(sqlOf(context), input)
  }

  /** The files that were read, newest first, and their number. */
  @InjectManager()
  async listBankStatements(
    filters: { bank_account_id?: string },
    page: { limit: number; offset: number },
    @MedusaContext() context: Context = {}
  ): Promise<[statements.BankStatementDTO[], number]> {
    return statements.listBankStatements(sqlOf(context), filters, page)
  }

  /** Lines, newest first, with who may have paid those that are open, and how many the filters leave. */
  @InjectManager()
  async listBankLines(
    filters: lines.BankLineFilters,
    page: { limit: number; offset: number },
    @MedusaContext() context: Context = {}
  ): Promise<[lines.MatchedBankLine[], number]> {
    return lines.listBankLines(sqlOf(context), filters, page)
  }

  /** The lines, in the order asked, without who may have paid them. @throws NOT_FOUND naming the first that is missing. */
  @InjectManager()
  async findBankLines(
    ids: string[],
    @MedusaContext() context: Context = {}
  ): Promise<lines.BankLineDTO[]> {
    return lines.findBankLines(sqlOf(context), ids)
  }

  /**
   * The line credits a deposit slip, which is settled then, or is a terminal's total as a closing counted it.
   * @throws NOT_FOUND, INVALID_DATA money that went out, CONFLICT it isn't open, or the other awaits another amount.
   */
  @InjectTransactionManager()
  async matchBankLine(
    input: acts.BankLinePaper,
    @MedusaContext() context: Context = {}
  ): Promise<lines.MatchedBankLine> {
    const sql = sqlOf(context)
    await acts.matchPaper(sql, input)
    return lines.retrieveBankLine(sql, input.bank_line_id)
  }

  /** It is no client's payment. @throws NOT_FOUND, INVALID_DATA without a note, CONFLICT it isn't open. */
  @InjectTransactionManager()
  async setBankLineAside(
    input: acts.BankLineSetAside,
    @MedusaContext() context: Context = {}
  ): Promise<lines.MatchedBankLine> {
    const sql = sqlOf(context)
    await acts.setAside(sql, input)
    return lines.retrieveBankLine(sql, input.bank_line_id)
  }

  /** It is open again. @throws NOT_FOUND, CONFLICT it is open, or a recorded payment. */
  @InjectTransactionManager()
  async bringBankLineBack(
    input: acts.BankLineReturn,
    @MedusaContext() context: Context = {}
  ): Promise<lines.MatchedBankLine> {
    const sql = sqlOf(context)
    await acts.bringBack(sql, input)
    return lines.retrieveBankLine(sql, input.bank_line_id)
  }
}
