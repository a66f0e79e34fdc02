import Search
import Testing

@Suite("The scoring formula")
struct RankingTests {
  /// A place of a word: its number, whether in the headline, and where.
  private typealias Place = (word: Int, inTitle: Bool, position: Int)

  private func score(_ places: [Place], weight: Double = 1, length: Double = 300, age: Double = 0) -> Double {
    var ranking = Ranking(rarities: [4, 4, 1])
    // What an article before it left must not count.
    ranking.add(word: 0, weight: 5, inTitle: true, position: 0)
    ranking.begin()
    for place in places {
      ranking.add(word: place.word, weight: weight, inTitle: place.inTitle, position: place.position)
    }
    return ranking.score(norm: Ranking.norm(length: length, average: 300), age: age)
  }

  @Test("what ranks above what")
  func order() {
    let deep: [Place] = [(0, false, 100)]
    #expect(score([]) == 0)
    #expect(score([(0, true, 3)]) > score([(0, false, 3)]), "the headline above the text")
    #expect(score([(0, false, 3)]) > score(deep), "the beginning above the rest")
    #expect(score(deep) > score([(2, false, 100)]), "a rare word above a common one")
    #expect(score(deep, weight: 1 + Ranking.writtenBonus) > score(deep), "the form that was typed above others")
    #expect(score(deep, length: 100) > score(deep, length: 1_000), "a short article above a long one")
    #expect(score(deep) > score(deep, age: 3_000), "a newer one a little above an older one")
    #expect(score(deep, age: 3_000) > score([(2, false, 100)]), "but not much")
    #expect(score([(0, false, 63), (1, false, 64)]) > score([(0, false, 63), (1, false, 66)]), "side by side")
    #expect(score([(0, false, 63), (1, false, 64)]) > score([(1, false, 63), (0, false, 64)]), "in their order")
    #expect(score([(0, true, 0), (1, true, 1)]) > score([(0, true, 0), (1, true, 2)]), "in the headline, too")
    #expect(score([(0, false, 9_000), (1, false, 9_001)]).isFinite, "far down nobody looks")
  }

  @Test("rarity falls with frequency and stays positive")
  func rarity() {
    #expect(Ranking.rarity(found: 1, articles: 1_000) > Ranking.rarity(found: 10, articles: 1_000))
    // 1 + (1000 - 1 + 0.5) / 1.5 is 667.333…, whose logarithm is 6.503…
    #expect(abs(Ranking.rarity(found: 1, articles: 1_000) - 6.503_290) < 0.000_001)
    #expect(Ranking.rarity(found: 2_000, articles: 1_000) > 0)
  }
}
