import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import { TopUpService } from "./top-up-service"
import { changeReminders, retrieveAccount } from "./sql/accounts"
import * as mails from "./sql/mails"
import * as receiptMails from "./sql/receipt-mails"
import * as reminders from "./sql/reminders"
import { once } from "./sql/requests"
import { sqlOf } from "./sql/runner"
import type { StatementPeriod } from "./sql/statements"
import type { ClientAccountDTO, IdempotentRequest } from "./types"
import { today } from "./utils/dates"
import type { Language } from "./utils/method-settings"

/** What clients are written: which mails are due, and what became of each. It sends none. */
export class ClientMailService extends TopUpService {
  /** All overdue clients, or those of these accounts, the most overdue first, and whether each is reminded today. */
  @InjectManager()
  async listReminders(
    accountIds?: string[],
    @MedusaContext() context: Context = {}
  ): Promise<reminders.ReminderDTO[]> {
    return reminders.listReminders(sqlOf(context), today(), accountIds)
  }

  /**
   * Writes the reminders of these accounts that are due, and says why the others aren't.
   * @throws NOT_FOUND an account.
   */
  @InjectTransactionManager()
  async queueReminders(
    input: { account_ids: string[]; actor_id: string | null },
    request?: IdempotentRequest,
    @MedusaContext() context: Context = {}
  ): Promise<reminders.QueuedReminders> {
    const sql = sqlOf(context)
    return once(sql, request, () => reminders.queueReminders(sql, input, today()))
  }

  /** Writes the mail of each receipt, or of these, that is to have one and has none. @returns the mails' ids. */
  @InjectTransactionManager()
  async queueReceiptMails(
    receiptIds?: string[],
    @MedusaContext() context: Context = {}
  ): Promise<string[]> {
    return receiptMails.queueReceiptMails(sqlOf(context), receiptIds)
  }

  /**
   * Writes the mail of a statement. @returns its id.
   * @throws NOT_FOUND the account, INVALID_DATA its client has no e-mail.
   */
  @InjectTransactionManager()
  async queueStatement(
    input: {
      account_id: string
      period: StatementPeriod
      language?: Language
      actor_id: string | null
    },
    request?: IdempotentRequest,
    @MedusaContext() context: Context = {}
  ): Promise<string> {
    const sql = sqlOf(context)
    return once(sql, request, async () => {
      const { customer_email } = await retrieveAccount(sql, input.account_id)
      if (!customer_email) {
        throw new MedusaError(
          MedusaError.Types.INVALID_DATA,
          "This client has no e-mail: add one on the customer's page, then send the statement again"
        )
      }
      const [id] = await mails.insertMails(sql, [{ ...input, kind: "statement" }])
      return id!
    })
  }

  /** Gives a mail to the one who sends it; null when another has it, or has sent it. */
  @InjectManager()
  async takeMail(
    id: string,
    @MedusaContext() context: Context = {}
  ): Promise<mails.ClientMailDTO | null> {
    return mails.takeMail(sqlOf(context), id)
  }

  /** Says what became of a mail that was taken. */
  @InjectManager()
  async finishMail(
    outcome: mails.MailOutcome,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await mails.finishMail(sqlOf(context), outcome)
  }

  /** Puts a mail that failed back among those to send. @throws NOT_FOUND, CONFLICT it was sent, or is on its way. */
  @InjectTransactionManager()
  async requeueMail(
    input: { account_id: string; mail_id: string; actor_id: string | null },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await mails.requeueMail(sqlOf(context), input)
  }

  /** The mails that a server left behind before it had begun to send them. */
  @InjectManager()
  async listQueuedMails(@MedusaContext() context: Context = {}): Promise<string[]> {
    return mails.listQueuedMails(sqlOf(context))
  }

  /** A page of an account's mails, newest first, and their number. @throws NOT_FOUND */
  @InjectManager()
  async listMails(
    accountId: string,
    page: { limit: number; offset: number },
    @MedusaContext() context: Context = {}
  ): Promise<[mails.ClientMailDTO[], number]> {
    const sql = sqlOf(context)
    const { id } = await retrieveAccount(sql, accountId)
    return mails.listMails(sql, id, page)
  }

  /** Mails that are known to exist, in the order asked. */
  @InjectManager()
  async findMails(
    ids: string[],
    @MedusaContext() context: Context = {}
  ): Promise<mails.ClientMailDTO[]> {
    return mails.findMails(sqlOf(context), ids)
  }

  /** A receipt as its client reads it. */
  @InjectManager()
  async retrieveReceiptNews(
    receiptId: string,
    @MedusaContext() context: Context = {}
  ): Promise<receiptMails.ReceiptNews> {
    return receiptMails.retrieveReceiptNews(sqlOf(context), receiptId)
  }

  /** Whether the client is reminded of what is overdue. @returns the account as it was. @throws NOT_FOUND */
  @InjectTransactionManager()
  async changeReminders(
    accountId: string,
    noReminders: boolean,
    actorId: string | null,
    @MedusaContext() context: Context = {}
  ): Promise<ClientAccountDTO> {
    return changeReminders(sqlOf(context), accountId, noReminders, actorId)
  }
}
