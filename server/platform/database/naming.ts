import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm'

/** Tables are named by their entity; columns are the snake_case of their property. */
export class SnakeCaseColumns extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  }
}
