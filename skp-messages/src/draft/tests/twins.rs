// Made from twins.txt by a test; UPDATE_EXPECTED=1 writes it anew.

mod t0 {
    use crate::schuldinventarisatie::v2_0::*;
    use crate::check::{Checker, Place, functions};
    use rust_decimal::Decimal;

    impl super::super::Twins for SaldoverzoekAntwoord {
        fn twins(&self, c: &mut Checker<'_>) {
            // TW-0: KlantnummerSE == KlantnummerSHV
            c . rule (& rules :: TW_0 , | _ | Some (self . klantnummer_se . as_str () == self . klantnummer_shv . as_str ())) ;
            // TW-1: KlantnummerSE in ['00440021', '2']
            c . rule (& rules :: TW_1 , | _ | Some (matches ! (self . klantnummer_se . as_str () , "00440021" | "2"))) ;
            // TW-2: '2' != KlantnummerSE
            c . rule (& rules :: TW_2 , | _ | Some ("2" != self . klantnummer_se . as_str ())) ;
            // TW-3: has(OngematchteSchulden)
            c . rule (& rules :: TW_3 , | _ | Some (self . ongematchte_schulden . is_some ())) ;
            // TW-4: !has(OngematchteSchulden.Totaalvordering)
            c . rule (& rules :: TW_4 , | _ | Some (self . ongematchte_schulden . as_ref () . is_none_or (| ongematchte_schulden | ongematchte_schulden . totaalvordering . is_none ()))) ;
            // TW-5: has(OngematchteSchulden.OpenstaandeSchulden)
            c . rule (& rules :: TW_5 , | _ | Some (self . ongematchte_schulden . as_ref () . is_some_and (| ongematchte_schulden | ! ongematchte_schulden . openstaande_schulden . is_empty ()))) ;
            // TW-6: !has(OngematchteSchulden.Totaalvordering.AantalVorderingen)
            c . rule (& rules :: TW_6 , | _ | Some (self . ongematchte_schulden . as_ref () . is_none_or (| ongematchte_schulden | ongematchte_schulden . totaalvordering . as_ref () . is_none_or (| totaalvordering | totaalvordering . aantal_vorderingen . is_none ())))) ;
            // TW-7: has(OngematchteSchulden.Totaalvordering.TotaalVorderingsbedrag)
            c . rule (& rules :: TW_7 , | _ | Some (self . ongematchte_schulden . as_ref () . is_some_and (| ongematchte_schulden | ongematchte_schulden . totaalvordering . is_some ()))) ;
            // TW-8: has(GematchteSchulden) == has(OnbekendeSchulden)
            c . rule (& rules :: TW_8 , | _ | Some (self . gematchte_schulden . is_empty () == self . onbekende_schulden . is_empty ())) ;
            // TW-9: size(GematchteSchulden) == 0
            c . rule (& rules :: TW_9 , | _ | Some (self . gematchte_schulden . is_empty ())) ;
            // TW-10: 1 <= size(GematchteSchulden)
            c . rule (& rules :: TW_10 , | _ | Some (! self . gematchte_schulden . is_empty ())) ;
            // TW-11: size(GematchteSchulden) <= 1
            c . rule (& rules :: TW_11 , | _ | Some (self . gematchte_schulden . len () <= 1)) ;
            // TW-12: size(GematchteSchulden) + size(OngematchteSchulden.OpenstaandeSchulden) <= OngematchteSchulden.Totaalvordering.AantalVorderingen
            c . rule (& rules :: TW_12 , | _ | Some (Decimal :: from (self . gematchte_schulden . len ()) + Decimal :: from (self . ongematchte_schulden . iter () . flat_map (| ongematchte_schulden | ongematchte_schulden . openstaande_schulden . iter ()) . count ()) <= Decimal :: from (self . ongematchte_schulden . as_ref () ? . totaalvordering . as_ref () ? . aantal_vorderingen ?))) ;
            // TW-13: size(GematchteSchulden + OnbekendeSchulden) > 1
            c . rule (& rules :: TW_13 , | _ | Some (self . gematchte_schulden . len () + self . onbekende_schulden . len () > 1)) ;
            // TW-14: size(OngematchteSchulden.OpenstaandeSchulden) < 2
            c . rule (& rules :: TW_14 , | _ | Some (self . ongematchte_schulden . iter () . flat_map (| ongematchte_schulden | ongematchte_schulden . openstaande_schulden . iter ()) . count () < 2)) ;
            // TW-15: size(GematchteSchulden.filter(v, v.VorderingsType == 'PREFERENT')) <= 0
            c . rule (& rules :: TW_15 , | _ | Some (self . gematchte_schulden . iter () . filter (| v | functions :: holds (|| Some (* v . vorderings_type . as_ref () ? == VorderingsType :: Preferent))) . count () <= 0)) ;
            // TW-16: size(GematchteSchulden.filter(v, v.Ontstaansdatum < Datum).filter(w, has(w.FactuurnummerSE))) == 1
            c . rule (& rules :: TW_16 , | _ | Some (self . gematchte_schulden . iter () . filter (| v | v . ontstaansdatum < self . datum) . filter (| w | w . factuurnummer_se . is_some ()) . count () == 1)) ;
            // TW-17: sum(GematchteSchulden.map(v, v.OrigineleVordering)) <= 100.00
            c . rule (& rules :: TW_17 , | _ | Some (self . gematchte_schulden . iter () . map (| v | v . originele_vordering . to_decimal ()) . sum :: < Decimal > () <= Decimal :: ONE_HUNDRED)) ;
            // TW-18: sum(GematchteSchulden.map(v, v.ActueelVorderingsbedrag) + OngematchteSchulden.OpenstaandeSchulden.map(k, k.Kosten)) == 0.00
            c . rule (& rules :: TW_18 , | _ | Some (self . gematchte_schulden . iter () . map (| v | v . actueel_vorderingsbedrag . to_decimal ()) . chain (self . ongematchte_schulden . iter () . flat_map (| ongematchte_schulden | ongematchte_schulden . openstaande_schulden . iter ()) . map (| k | k . kosten . map_or (Decimal :: ZERO , | kosten | kosten . to_decimal ()))) . sum :: < Decimal > () == Decimal :: ZERO)) ;
            // TW-19: sum(OngematchteSchulden.OpenstaandeSchulden.map(o, o.OrigineleVordering + o.Rente + o.Kosten - o.OntvangenBetalingen)) < 1000.00
            c . rule (& rules :: TW_19 , | _ | Some (self . ongematchte_schulden . iter () . flat_map (| ongematchte_schulden | ongematchte_schulden . openstaande_schulden . iter ()) . map (| o | o . originele_vordering . to_decimal () + o . rente . map_or (Decimal :: ZERO , | rente | rente . to_decimal ()) + o . kosten . map_or (Decimal :: ZERO , | kosten | kosten . to_decimal ()) - o . ontvangen_betalingen . map_or (Decimal :: ZERO , | ontvangen_betalingen | ontvangen_betalingen . to_decimal ())) . sum :: < Decimal > () < Decimal :: new (1000 , 0))) ;
            // TW-20: sum(OngematchteSchulden.OpenstaandeSchulden.map(o, o.Rente * 2 + o.Kosten)) <= 50.00
            c . rule (& rules :: TW_20 , | _ | Some (self . ongematchte_schulden . iter () . flat_map (| ongematchte_schulden | ongematchte_schulden . openstaande_schulden . iter ()) . filter_map (| o | Some (o . rente ? . to_decimal () * Decimal :: TWO + o . kosten . map_or (Decimal :: ZERO , | kosten | kosten . to_decimal ()))) . sum :: < Decimal > () <= Decimal :: new (50 , 0))) ;
            // TW-21: sum(OngematchteSchulden.OpenstaandeSchulden.map(o, max(o.Rente, o.Kosten))) <= 20.00
            c . rule (& rules :: TW_21 , | _ | Some (self . ongematchte_schulden . iter () . flat_map (| ongematchte_schulden | ongematchte_schulden . openstaande_schulden . iter ()) . filter_map (| o | Some (Decimal :: max (o . rente ? . to_decimal () , o . kosten ? . to_decimal ()))) . sum :: < Decimal > () <= Decimal :: new (20 , 0))) ;
            // TW-22: sum(OngematchteSchulden.OpenstaandeSchulden.filter(o, o.Beslag).map(o, o.OrigineleVordering)) > 0.00
            c . rule (& rules :: TW_22 , | _ | Some (self . ongematchte_schulden . iter () . flat_map (| ongematchte_schulden | ongematchte_schulden . openstaande_schulden . iter ()) . filter (| o | functions :: holds (|| Some (o . beslag ?))) . map (| o | o . originele_vordering . to_decimal ()) . sum :: < Decimal > () > Decimal :: ZERO)) ;
            // TW-23: sum(GematchteSchulden.map(v, OngematchteSchulden.Totaalvordering.TotaalVorderingsbedrag * 2)) <= 100.00
            c . rule (& rules :: TW_23 , | _ | { let ongematchte_schulden_totaalvordering_totaal_vorderingsbedrag = self . ongematchte_schulden . as_ref () ? . totaalvordering . as_ref () ? . totaal_vorderingsbedrag ; Some (self . gematchte_schulden . iter () . map (| _ | ongematchte_schulden_totaalvordering_totaal_vorderingsbedrag . to_decimal () * Decimal :: TWO) . sum :: < Decimal > () <= Decimal :: ONE_HUNDRED) }) ;
            // TW-24: sum(GematchteSchulden.map(v, OngematchteSchulden.Totaalvordering.TotaalVorderingsbedrag * 2)) > 0.00
            c . rule (& rules :: TW_24 , | _ | { let ongematchte_schulden_totaalvordering_totaal_vorderingsbedrag = self . ongematchte_schulden . as_ref () ? . totaalvordering . as_ref () ? . totaal_vorderingsbedrag ; Some (self . gematchte_schulden . iter () . map (| _ | ongematchte_schulden_totaalvordering_totaal_vorderingsbedrag . to_decimal () * Decimal :: TWO) . sum :: < Decimal > () > Decimal :: ZERO) }) ;
            // TW-25: GematchteSchulden.all(v, v.ActueelVorderingsbedrag <= v.OrigineleVordering)
            c . rule (& rules :: TW_25 , | _ | Some (self . gematchte_schulden . iter () . all (| v | v . actueel_vorderingsbedrag . to_decimal () <= v . originele_vordering . to_decimal ()))) ;
            // TW-26: GematchteSchulden.all(v, v.VorderingsType == 'CONCURRENT')
            c . rule (& rules :: TW_26 , | _ | Some (self . gematchte_schulden . iter () . all (| v | functions :: never_fails (|| Some (* v . vorderings_type . as_ref () ? == VorderingsType :: Concurrent))))) ;
            // TW-27: GematchteSchulden.exists(v, v.VorderingsType == 'CONCURRENT')
            c . rule (& rules :: TW_27 , | _ | Some (self . gematchte_schulden . iter () . any (| v | functions :: holds (|| Some (* v . vorderings_type . as_ref () ? == VorderingsType :: Concurrent))))) ;
            // TW-28: !GematchteSchulden.exists(v, has(v.FactuurnummerSE))
            c . rule (& rules :: TW_28 , | _ | Some (! self . gematchte_schulden . iter () . any (| v | v . factuurnummer_se . is_some ()))) ;
            // TW-29: GematchteSchulden.all(v, v.OrigineleVordering <= OngematchteSchulden.Totaalvordering.TotaalVorderingsbedrag)
            c . rule (& rules :: TW_29 , | _ | { let ongematchte_schulden_totaalvordering_totaal_vorderingsbedrag = self . ongematchte_schulden . as_ref () ? . totaalvordering . as_ref () ? . totaal_vorderingsbedrag ; Some (self . gematchte_schulden . iter () . all (| v | v . originele_vordering . to_decimal () <= ongematchte_schulden_totaalvordering_totaal_vorderingsbedrag . to_decimal ())) }) ;
            // TW-30: GematchteSchulden.all(v, v.OrigineleVordering + OngematchteSchulden.Totaalvordering.TotaalVorderingsbedrag > 100000.00)
            c . rule (& rules :: TW_30 , | _ | Some (self . gematchte_schulden . iter () . all (| v | v . originele_vordering . to_decimal () + self . ongematchte_schulden . as_ref () . and_then (| ongematchte_schulden | ongematchte_schulden . totaalvordering . as_ref () . map (| totaalvordering | totaalvordering . totaal_vorderingsbedrag)) . map_or (Decimal :: ZERO , | totaal_vorderingsbedrag | totaal_vorderingsbedrag . to_decimal ()) > Decimal :: new (100000 , 0)))) ;
            // TW-31: GematchteSchulden.exists(v, v.OrigineleVordering <= OngematchteSchulden.Totaalvordering.TotaalVorderingsbedrag)
            c . rule (& rules :: TW_31 , | _ | { let ongematchte_schulden_totaalvordering_totaal_vorderingsbedrag = self . ongematchte_schulden . as_ref () ? . totaalvordering . as_ref () ? . totaal_vorderingsbedrag ; Some (self . gematchte_schulden . iter () . any (| v | v . originele_vordering . to_decimal () <= ongematchte_schulden_totaalvordering_totaal_vorderingsbedrag . to_decimal ())) }) ;
            // TW-32: has(OnbekendeSchulden) || GematchteSchulden.all(v, v.OrigineleVordering <= OngematchteSchulden.Totaalvordering.TotaalVorderingsbedrag)
            c . rule (& rules :: TW_32 , | _ | Some (! self . onbekende_schulden . is_empty () || { let ongematchte_schulden_totaalvordering_totaal_vorderingsbedrag = self . ongematchte_schulden . as_ref () ? . totaalvordering . as_ref () ? . totaal_vorderingsbedrag ; self . gematchte_schulden . iter () . all (| v | v . originele_vordering . to_decimal () <= ongematchte_schulden_totaalvordering_totaal_vorderingsbedrag . to_decimal ()) })) ;
            // TW-33: GematchteSchulden.all(v, has(v.FactuurnummerSE) || v.OrigineleVordering <= OngematchteSchulden.Totaalvordering.TotaalVorderingsbedrag)
            c . rule (& rules :: TW_33 , | _ | { let ongematchte_schulden_totaalvordering_totaal_vorderingsbedrag = self . ongematchte_schulden . as_ref () ? . totaalvordering . as_ref () ? . totaal_vorderingsbedrag ; Some (self . gematchte_schulden . iter () . all (| v | v . factuurnummer_se . is_some () || v . originele_vordering . to_decimal () <= ongematchte_schulden_totaalvordering_totaal_vorderingsbedrag . to_decimal ())) }) ;
            // TW-34: GematchteSchulden.all(v, OvergedragenSchulden.exists(o, o.DatumOverdracht >= v.Ontstaansdatum))
            c . rule (& rules :: TW_34 , | _ | Some (self . gematchte_schulden . iter () . all (| v | self . overgedragen_schulden . iter () . any (| o | functions :: holds (|| Some (o . datum_overdracht ? >= v . ontstaansdatum)))))) ;
            // TW-35: GematchteSchulden.all(v, OvergedragenSchulden.all(o, o.FactuurnummerSE != v.FactuurnummerSE))
            c . rule (& rules :: TW_35 , | _ | Some (self . gematchte_schulden . iter () . all (| v | functions :: never_fails (|| { let factuurnummer_se = v . factuurnummer_se . as_ref () ? ; Some (self . overgedragen_schulden . iter () . all (| o | o . factuurnummer_se . as_str () != factuurnummer_se . as_str ())) })))) ;
            // TW-36: GematchteSchulden.exists(v, !has(v.Betaalreferentie) || OvergedragenSchulden.all(o, o.FactuurnummerSEVolgensSHV != v.FactuurnummerSE && o.DatumOverdracht <= Datum))
            c . rule (& rules :: TW_36 , | _ | Some (self . gematchte_schulden . iter () . any (| v | functions :: holds (|| Some (v . betaalreferentie . is_none () || { let factuurnummer_se = v . factuurnummer_se . as_ref () ? ; self . overgedragen_schulden . iter () . all (| o | functions :: never_fails (|| Some (o . factuurnummer_se_volgens_shv . as_ref () ? . as_str () != factuurnummer_se . as_str () && o . datum_overdracht ? <= self . datum))) }))))) ;
            // TW-37: GematchteSchulden.all(v, OvergedragenSchulden.all(o, OngematchteSchulden.Totaalvordering.TotaalVorderingsbedrag >= v.OrigineleVordering || has(o.DatumOverdracht)))
            c . rule (& rules :: TW_37 , | _ | { let ongematchte_schulden_totaalvordering_totaal_vorderingsbedrag = self . ongematchte_schulden . as_ref () ? . totaalvordering . as_ref () ? . totaal_vorderingsbedrag ; Some (self . gematchte_schulden . iter () . all (| v | self . overgedragen_schulden . iter () . all (| o | ongematchte_schulden_totaalvordering_totaal_vorderingsbedrag . to_decimal () >= v . originele_vordering . to_decimal () || o . datum_overdracht . is_some ()))) }) ;
            // TW-38: GematchteSchulden.all(v, v.FactuurnummerSE in OvergedragenSchulden.map(o, o.FactuurnummerSE))
            c . rule (& rules :: TW_38 , | _ | Some (self . gematchte_schulden . iter () . all (| v | functions :: never_fails (|| { let factuurnummer_se = v . factuurnummer_se . as_ref () ? ; Some (self . overgedragen_schulden . iter () . any (| o | o . factuurnummer_se . as_str () == factuurnummer_se . as_str ())) })))) ;
            // TW-39: KlantnummerSE in GematchteSchulden.map(v, v.FactuurnummerSEVolgensSHV) + OnbekendeSchulden.map(o, o.FactuurnummerSEVolgensSHV)
            c . rule (& rules :: TW_39 , | _ | Some (self . gematchte_schulden . iter () . any (| v | v . factuurnummer_se_volgens_shv . as_str () == self . klantnummer_se . as_str ()) || self . onbekende_schulden . iter () . any (| o | o . factuurnummer_se_volgens_shv . as_str () == self . klantnummer_se . as_str ()))) ;
            // TW-40: OngematchteSchulden.OpenstaandeSchulden.filter(o, o.Rente > 1.00).all(o, o.Kosten > 0.00)
            c . rule (& rules :: TW_40 , | _ | Some (self . ongematchte_schulden . iter () . flat_map (| ongematchte_schulden | ongematchte_schulden . openstaande_schulden . iter ()) . filter (| o | functions :: holds (|| Some (o . rente ? . to_decimal () > Decimal :: ONE))) . all (| o | functions :: never_fails (|| Some (o . kosten ? . to_decimal () > Decimal :: ZERO))))) ;
            // TW-41: OngematchteSchulden.OpenstaandeSchulden.filter(o, o.Rente < OngematchteSchulden.Totaalvordering.TotaalVorderingsbedrag).exists(o, o.Beslag)
            c . rule (& rules :: TW_41 , | _ | { let ongematchte_schulden_totaalvordering_totaal_vorderingsbedrag = self . ongematchte_schulden . as_ref () ? . totaalvordering . as_ref () ? . totaal_vorderingsbedrag ; Some (self . ongematchte_schulden . iter () . flat_map (| ongematchte_schulden | ongematchte_schulden . openstaande_schulden . iter ()) . filter (| o | functions :: holds (|| Some (o . rente ? . to_decimal () < ongematchte_schulden_totaalvordering_totaal_vorderingsbedrag . to_decimal ()))) . any (| o | functions :: holds (|| Some (o . beslag ?)))) }) ;
            // TW-42: OvergedragenSchulden.all(o, months_after(o.DatumOverdracht, 3) <= sent)
            c . rule (& rules :: TW_42 , | cx | { let sent = cx . sent ? ; Some (self . overgedragen_schulden . iter () . all (| o | functions :: never_fails (|| Some (functions :: months_after (o . datum_overdracht ? , 3) ? <= sent)))) }) ;
            // TW-43: OvergedragenSchulden.exists(o, o.DatumOverdracht <= sent && has(o.ReferentieNieuweSE))
            c . rule (& rules :: TW_43 , | cx | { let sent = cx . sent ? ; Some (self . overgedragen_schulden . iter () . any (| o | functions :: holds (|| Some (o . datum_overdracht ? <= sent && o . referentie_nieuwe_se . is_some ())))) }) ;
            // TW-44: OngematchteSchulden.OpenstaandeSchulden.exists(o, o.Betaalrekening.IBAN != o.Betaalrekening.IBAN)
            c . rule (& rules :: TW_44 , | _ | Some (self . ongematchte_schulden . iter () . flat_map (| ongematchte_schulden | ongematchte_schulden . openstaande_schulden . iter ()) . any (| o | functions :: holds (|| Some (o . betaalrekening . as_ref () ? . iban != o . betaalrekening . as_ref () ? . iban))))) ;
            // TW-45: OngematchteSchulden.OpenstaandeSchulden.all(a, GematchteSchulden.all(g, size(g.Betaalreferentie) < 10 || size(a.Betaalreferentie) > 3))
            c . rule (& rules :: TW_45 , | _ | Some (self . ongematchte_schulden . iter () . flat_map (| ongematchte_schulden | ongematchte_schulden . openstaande_schulden . iter ()) . all (| a | self . gematchte_schulden . iter () . all (| g | functions :: never_fails (|| Some (functions :: chars (g . betaalreferentie . as_ref () ? . as_str ()) < 10 || functions :: chars (a . betaalreferentie . as_str ()) > 3)))))) ;
            // TW-46: GematchteSchulden @@ VorderingsType == 'CONCURRENT'
            for (index , item) in self . gematchte_schulden . iter () . enumerate () { c . item ("GematchteSchulden" , index , | c | { c . rule (& rules :: TW_46 , | _ | Some (* item . vorderings_type . as_ref () ? == VorderingsType :: Concurrent)) ; }) ; }
            // TW-47: GematchteSchulden @ has(FactuurnummerSE) @ FactuurnummerSE != this.KlantnummerSE
            for (index , item) in self . gematchte_schulden . iter () . enumerate () { c . item ("GematchteSchulden" , index , | c | { c . rule (& rules :: TW_47 , | _ | { if item . factuurnummer_se . is_none () { return Some (true) ; } Some (item . factuurnummer_se . as_ref () ? . as_str () != self . klantnummer_se . as_str ()) }) ; }) ; }
            // TW-48: GematchteSchulden @ this.OngematchteSchulden.Totaalvordering.AantalVorderingen > 1 @ OrigineleVordering > 0.00
            for (index , item) in self . gematchte_schulden . iter () . enumerate () { c . item ("GematchteSchulden" , index , | c | { c . rule (& rules :: TW_48 , | _ | { if self . ongematchte_schulden . as_ref () ? . totaalvordering . as_ref () ? . aantal_vorderingen ? <= 1 { return Some (true) ; } Some (item . originele_vordering . to_decimal () > Decimal :: ZERO) }) ; }) ; }
            // TW-49: GematchteSchulden @@ Ontstaansdatum <= sent && OrigineleVordering <= this.OngematchteSchulden.Totaalvordering.TotaalVorderingsbedrag
            for (index , item) in self . gematchte_schulden . iter () . enumerate () { c . item ("GematchteSchulden" , index , | c | { c . rule (& rules :: TW_49 , | cx | Some (item . ontstaansdatum <= cx . sent ? && item . originele_vordering . to_decimal () <= self . ongematchte_schulden . as_ref () ? . totaalvordering . as_ref () ? . totaal_vorderingsbedrag . to_decimal ())) ; }) ; }
            // TW-50: OngematchteSchulden.OpenstaandeSchulden @@ Rente <= Kosten
            for (index , item) in self . ongematchte_schulden . iter () . flat_map (| ongematchte_schulden | ongematchte_schulden . openstaande_schulden . iter ()) . enumerate () { c . item_of (& ["OngematchteSchulden"] , "OpenstaandeSchulden" , index , | c | { c . rule (& rules :: TW_50 , | _ | Some (item . rente ? . to_decimal () <= item . kosten ? . to_decimal ())) ; }) ; }
            // TW-51: OngematchteSchulden.OpenstaandeSchulden @ Beslag @ Betaalrekening.TenNameVan == this.KlantnummerSE
            for (index , item) in self . ongematchte_schulden . iter () . flat_map (| ongematchte_schulden | ongematchte_schulden . openstaande_schulden . iter ()) . enumerate () { c . item_of (& ["OngematchteSchulden"] , "OpenstaandeSchulden" , index , | c | { c . rule (& rules :: TW_51 , | _ | { if ! item . beslag ? { return Some (true) ; } Some (item . betaalrekening . as_ref () ? . ten_name_van . as_str () == self . klantnummer_se . as_str ()) }) ; }) ; }
            // TW-52: OngematchteSchulden.OpenstaandeSchulden @@ !(VorderingsType in ['CONCURRENT', 'PREFERENT']) || Incassant.Naam == ReferentieIncassant
            for (index , item) in self . ongematchte_schulden . iter () . flat_map (| ongematchte_schulden | ongematchte_schulden . openstaande_schulden . iter ()) . enumerate () { c . item_of (& ["OngematchteSchulden"] , "OpenstaandeSchulden" , index , | c | { c . rule (& rules :: TW_52 , | _ | Some (! matches ! (item . vorderings_type , VorderingsType :: Concurrent | VorderingsType :: Preferent) || item . incassant . as_ref () ? . naam . as_str () == item . referentie_incassant . as_ref () ? . as_str ())) ; }) ; }
            // TW-53: OngematchteSchulden.OpenstaandeSchulden @@ this.GematchteSchulden.all(g, g.ActueelVorderingsbedrag <= Rente)
            for (index , item) in self . ongematchte_schulden . iter () . flat_map (| ongematchte_schulden | ongematchte_schulden . openstaande_schulden . iter ()) . enumerate () { c . item_of (& ["OngematchteSchulden"] , "OpenstaandeSchulden" , index , | c | { c . rule (& rules :: TW_53 , | _ | { let rente = item . rente ? ; Some (self . gematchte_schulden . iter () . all (| g | g . actueel_vorderingsbedrag . to_decimal () <= rente . to_decimal ())) }) ; }) ; }
            // TW-54: unique(GematchteSchulden.map(v, v.FactuurnummerSEVolgensSHV))
            c . unique (& rules :: TW_54 , | u | { for (i0 , v) in self . gematchte_schulden . iter () . enumerate () { u . add (& [Place :: Item ("GematchteSchulden" , i0) , Place :: Element ("FactuurnummerSEVolgensSHV")] , v . factuurnummer_se_volgens_shv . as_str ()) ; } }) ;
            // TW-55: unique(GematchteSchulden.map(v, v.FactuurnummerSE) + OvergedragenSchulden.map(o, o.FactuurnummerSE))
            c . unique (& rules :: TW_55 , | u | { for (i0 , v) in self . gematchte_schulden . iter () . enumerate () { if let Some (factuurnummer_se) = v . factuurnummer_se . as_ref () { u . add (& [Place :: Item ("GematchteSchulden" , i0) , Place :: Element ("FactuurnummerSE")] , factuurnummer_se . as_str ()) ; } } for (i1 , o) in self . overgedragen_schulden . iter () . enumerate () { u . add (& [Place :: Item ("OvergedragenSchulden" , i1) , Place :: Element ("FactuurnummerSE")] , o . factuurnummer_se . as_str ()) ; } }) ;
            // TW-56: unique(GematchteSchulden.map(v, v.VorderingsType))
            c . unique (& rules :: TW_56 , | u | { for (i0 , v) in self . gematchte_schulden . iter () . enumerate () { if let Some (vorderings_type) = v . vorderings_type . as_ref () { u . add (& [Place :: Item ("GematchteSchulden" , i0) , Place :: Element ("VorderingsType")] , vorderings_type . as_str ()) ; } } }) ;
            // TW-57: unique(GematchteSchulden.map(v, v.OrigineleVordering))
            c . unique (& rules :: TW_57 , | u | { for (i0 , v) in self . gematchte_schulden . iter () . enumerate () { u . add (& [Place :: Item ("GematchteSchulden" , i0) , Place :: Element ("OrigineleVordering")] , v . originele_vordering) ; } }) ;
            // TW-58: unique(GematchteSchulden.map(v, v.Ontstaansdatum))
            c . unique (& rules :: TW_58 , | u | { for (i0 , v) in self . gematchte_schulden . iter () . enumerate () { u . add (& [Place :: Item ("GematchteSchulden" , i0) , Place :: Element ("Ontstaansdatum")] , v . ontstaansdatum) ; } }) ;
            // TW-59: unique(GematchteSchulden.map(v, [v.VorderingsType, v.OrigineleVordering, v.Ontstaansdatum]))
            c . unique (& rules :: TW_59 , | u | { for (i0 , v) in self . gematchte_schulden . iter () . enumerate () { if let Some (vorderings_type) = v . vorderings_type . as_ref () { u . add (& [Place :: Item ("GematchteSchulden" , i0)] , (vorderings_type . as_str () , v . originele_vordering , v . ontstaansdatum)) ; } } }) ;
            // TW-60: unique(OngematchteSchulden.OpenstaandeSchulden.map(o, o.VorderingsType))
            c . unique (& rules :: TW_60 , | u | { for (i0 , o) in self . ongematchte_schulden . iter () . flat_map (| ongematchte_schulden | ongematchte_schulden . openstaande_schulden . iter ()) . enumerate () { u . add (& [Place :: Element ("OngematchteSchulden") , Place :: Item ("OpenstaandeSchulden" , i0) , Place :: Element ("VorderingsType")] , o . vorderings_type . as_str ()) ; } }) ;
            // TW-61: unique(OngematchteSchulden.OpenstaandeSchulden.map(o, o.Betaalrekening.IBAN))
            c . unique (& rules :: TW_61 , | u | { for (i0 , o) in self . ongematchte_schulden . iter () . flat_map (| ongematchte_schulden | ongematchte_schulden . openstaande_schulden . iter ()) . enumerate () { if let Some (betaalrekening_iban) = o . betaalrekening . as_ref () . map (| betaalrekening | & betaalrekening . iban) { u . add (& [Place :: Element ("OngematchteSchulden") , Place :: Item ("OpenstaandeSchulden" , i0) , Place :: Element ("Betaalrekening") , Place :: Element ("IBAN")] , betaalrekening_iban) ; } } }) ;
            // TW-62: unique(OngematchteSchulden.OpenstaandeSchulden.filter(o, o.Rente > 1.00 || o.Beslag).map(o, [o.Beslag, o.VorderingsType]))
            c . unique (& rules :: TW_62 , | u | { for (i0 , o) in self . ongematchte_schulden . iter () . flat_map (| ongematchte_schulden | ongematchte_schulden . openstaande_schulden . iter ()) . enumerate () { if functions :: holds (|| Some (o . rente ? . to_decimal () > Decimal :: ONE || o . beslag ?)) && let Some (beslag) = o . beslag { u . add (& [Place :: Element ("OngematchteSchulden") , Place :: Item ("OpenstaandeSchulden" , i0)] , (beslag , o . vorderings_type . as_str ())) ; } } }) ;
            // TW-63: unique(GematchteSchulden.filter(v, v.OrigineleVordering <= OngematchteSchulden.Totaalvordering.TotaalVorderingsbedrag).map(w, w.VorderingsType))
            c . unique (& rules :: TW_63 , | u | { for (i0 , w) in self . gematchte_schulden . iter () . enumerate () { if functions :: holds (|| Some (w . originele_vordering . to_decimal () <= self . ongematchte_schulden . as_ref () ? . totaalvordering . as_ref () ? . totaal_vorderingsbedrag . to_decimal ())) && let Some (vorderings_type) = w . vorderings_type . as_ref () { u . add (& [Place :: Item ("GematchteSchulden" , i0) , Place :: Element ("VorderingsType")] , vorderings_type . as_str ()) ; } } }) ;
            // TW-64: has(OngematchteSchulden.Totaalvordering) @ unique(OvergedragenSchulden.map(o, o.OvergedragenAan.Naam))
            c . unique (& rules :: TW_64 , | u | { if self . ongematchte_schulden . as_ref () . is_some_and (| ongematchte_schulden | ongematchte_schulden . totaalvordering . is_some ()) { for (i0 , o) in self . overgedragen_schulden . iter () . enumerate () { u . add (& [Place :: Item ("OvergedragenSchulden" , i0) , Place :: Element ("OvergedragenAan") , Place :: Element ("Naam")] , o . overgedragen_aan . naam . as_str ()) ; } } }) ;
            // TW-65: OngematchteSchulden.Totaalvordering.AantalVorderingen > 1 @ unique(GematchteSchulden.map(v, v.VorderingsType))
            c . unique (& rules :: TW_65 , | u | { if functions :: holds (|| Some (self . ongematchte_schulden . as_ref () ? . totaalvordering . as_ref () ? . aantal_vorderingen ? > 1)) { for (i0 , v) in self . gematchte_schulden . iter () . enumerate () { if let Some (vorderings_type) = v . vorderings_type . as_ref () { u . add (& [Place :: Item ("GematchteSchulden" , i0) , Place :: Element ("VorderingsType")] , vorderings_type . as_str ()) ; } } } }) ;
        }
    }

    mod rules {
        use crate::shape::{Rule, Severity, Step};

        pub static TW_0: Rule = Rule { id: "TW-0", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("KlantnummerSE")], reads: & [& [Step :: Element ("KlantnummerSE")] , & [Step :: Element ("KlantnummerSHV")]], needs_sent: false, source: "" };
        pub static TW_1: Rule = Rule { id: "TW-1", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("KlantnummerSE")], reads: & [& [Step :: Element ("KlantnummerSE")]], needs_sent: false, source: "" };
        pub static TW_2: Rule = Rule { id: "TW-2", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("KlantnummerSE")], reads: & [& [Step :: Element ("KlantnummerSE")]], needs_sent: false, source: "" };
        pub static TW_3: Rule = Rule { id: "TW-3", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OngematchteSchulden")], reads: & [& [Step :: Element ("OngematchteSchulden")]], needs_sent: false, source: "" };
        pub static TW_4: Rule = Rule { id: "TW-4", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OngematchteSchulden") , Step :: Element ("Totaalvordering")], reads: & [& [Step :: Element ("OngematchteSchulden") , Step :: Element ("Totaalvordering")]], needs_sent: false, source: "" };
        pub static TW_5: Rule = Rule { id: "TW-5", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden")], reads: & [& [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden")]], needs_sent: false, source: "" };
        pub static TW_6: Rule = Rule { id: "TW-6", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OngematchteSchulden") , Step :: Element ("Totaalvordering") , Step :: Element ("AantalVorderingen")], reads: & [& [Step :: Element ("OngematchteSchulden") , Step :: Element ("Totaalvordering") , Step :: Element ("AantalVorderingen")]], needs_sent: false, source: "" };
        pub static TW_7: Rule = Rule { id: "TW-7", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OngematchteSchulden") , Step :: Element ("Totaalvordering") , Step :: Element ("TotaalVorderingsbedrag")], reads: & [& [Step :: Element ("OngematchteSchulden") , Step :: Element ("Totaalvordering") , Step :: Element ("TotaalVorderingsbedrag")]], needs_sent: false, source: "" };
        pub static TW_8: Rule = Rule { id: "TW-8", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden")] , & [Step :: Element ("OnbekendeSchulden")]], needs_sent: false, source: "" };
        pub static TW_9: Rule = Rule { id: "TW-9", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden")]], needs_sent: false, source: "" };
        pub static TW_10: Rule = Rule { id: "TW-10", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden")]], needs_sent: false, source: "" };
        pub static TW_11: Rule = Rule { id: "TW-11", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden")]], needs_sent: false, source: "" };
        pub static TW_12: Rule = Rule { id: "TW-12", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("Totaalvordering") , Step :: Element ("AantalVorderingen")]], needs_sent: false, source: "" };
        pub static TW_13: Rule = Rule { id: "TW-13", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden")] , & [Step :: Element ("OnbekendeSchulden")]], needs_sent: false, source: "" };
        pub static TW_14: Rule = Rule { id: "TW-14", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden")], reads: & [& [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden")]], needs_sent: false, source: "" };
        pub static TW_15: Rule = Rule { id: "TW-15", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("VorderingsType")]], needs_sent: false, source: "" };
        pub static TW_16: Rule = Rule { id: "TW-16", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("Ontstaansdatum")] , & [Step :: Element ("Datum")] , & [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("FactuurnummerSE")]], needs_sent: false, source: "" };
        pub static TW_17: Rule = Rule { id: "TW-17", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("OrigineleVordering")]], needs_sent: false, source: "" };
        pub static TW_18: Rule = Rule { id: "TW-18", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("ActueelVorderingsbedrag")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("Kosten")]], needs_sent: false, source: "" };
        pub static TW_19: Rule = Rule { id: "TW-19", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden")], reads: & [& [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("OrigineleVordering")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("Rente")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("Kosten")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("OntvangenBetalingen")]], needs_sent: false, source: "" };
        pub static TW_20: Rule = Rule { id: "TW-20", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden")], reads: & [& [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("Rente")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("Kosten")]], needs_sent: false, source: "" };
        pub static TW_21: Rule = Rule { id: "TW-21", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden")], reads: & [& [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("Rente")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("Kosten")]], needs_sent: false, source: "" };
        pub static TW_22: Rule = Rule { id: "TW-22", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden")], reads: & [& [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("Beslag")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("OrigineleVordering")]], needs_sent: false, source: "" };
        pub static TW_23: Rule = Rule { id: "TW-23", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("Totaalvordering") , Step :: Element ("TotaalVorderingsbedrag")]], needs_sent: false, source: "" };
        pub static TW_24: Rule = Rule { id: "TW-24", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("Totaalvordering") , Step :: Element ("TotaalVorderingsbedrag")]], needs_sent: false, source: "" };
        pub static TW_25: Rule = Rule { id: "TW-25", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("ActueelVorderingsbedrag")] , & [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("OrigineleVordering")]], needs_sent: false, source: "" };
        pub static TW_26: Rule = Rule { id: "TW-26", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("VorderingsType")]], needs_sent: false, source: "" };
        pub static TW_27: Rule = Rule { id: "TW-27", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("VorderingsType")]], needs_sent: false, source: "" };
        pub static TW_28: Rule = Rule { id: "TW-28", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("FactuurnummerSE")]], needs_sent: false, source: "" };
        pub static TW_29: Rule = Rule { id: "TW-29", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("OrigineleVordering")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("Totaalvordering") , Step :: Element ("TotaalVorderingsbedrag")]], needs_sent: false, source: "" };
        pub static TW_30: Rule = Rule { id: "TW-30", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("OrigineleVordering")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("Totaalvordering") , Step :: Element ("TotaalVorderingsbedrag")]], needs_sent: false, source: "" };
        pub static TW_31: Rule = Rule { id: "TW-31", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("OrigineleVordering")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("Totaalvordering") , Step :: Element ("TotaalVorderingsbedrag")]], needs_sent: false, source: "" };
        pub static TW_32: Rule = Rule { id: "TW-32", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OnbekendeSchulden")], reads: & [& [Step :: Element ("OnbekendeSchulden")] , & [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("OrigineleVordering")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("Totaalvordering") , Step :: Element ("TotaalVorderingsbedrag")]], needs_sent: false, source: "" };
        pub static TW_33: Rule = Rule { id: "TW-33", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("FactuurnummerSE")] , & [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("OrigineleVordering")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("Totaalvordering") , Step :: Element ("TotaalVorderingsbedrag")]], needs_sent: false, source: "" };
        pub static TW_34: Rule = Rule { id: "TW-34", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("OvergedragenSchulden") , Step :: Items , Step :: Element ("DatumOverdracht")] , & [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("Ontstaansdatum")]], needs_sent: false, source: "" };
        pub static TW_35: Rule = Rule { id: "TW-35", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("OvergedragenSchulden") , Step :: Items , Step :: Element ("FactuurnummerSE")] , & [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("FactuurnummerSE")]], needs_sent: false, source: "" };
        pub static TW_36: Rule = Rule { id: "TW-36", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("Betaalreferentie")] , & [Step :: Element ("OvergedragenSchulden") , Step :: Items , Step :: Element ("FactuurnummerSEVolgensSHV")] , & [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("FactuurnummerSE")] , & [Step :: Element ("OvergedragenSchulden") , Step :: Items , Step :: Element ("DatumOverdracht")] , & [Step :: Element ("Datum")]], needs_sent: false, source: "" };
        pub static TW_37: Rule = Rule { id: "TW-37", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("OngematchteSchulden") , Step :: Element ("Totaalvordering") , Step :: Element ("TotaalVorderingsbedrag")] , & [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("OrigineleVordering")] , & [Step :: Element ("OvergedragenSchulden") , Step :: Items , Step :: Element ("DatumOverdracht")]], needs_sent: false, source: "" };
        pub static TW_38: Rule = Rule { id: "TW-38", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("FactuurnummerSE")] , & [Step :: Element ("OvergedragenSchulden") , Step :: Items , Step :: Element ("FactuurnummerSE")]], needs_sent: false, source: "" };
        pub static TW_39: Rule = Rule { id: "TW-39", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("KlantnummerSE")], reads: & [& [Step :: Element ("KlantnummerSE")] , & [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("FactuurnummerSEVolgensSHV")] , & [Step :: Element ("OnbekendeSchulden") , Step :: Items , Step :: Element ("FactuurnummerSEVolgensSHV")]], needs_sent: false, source: "" };
        pub static TW_40: Rule = Rule { id: "TW-40", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden")], reads: & [& [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("Rente")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("Kosten")]], needs_sent: false, source: "" };
        pub static TW_41: Rule = Rule { id: "TW-41", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden")], reads: & [& [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("Rente")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("Totaalvordering") , Step :: Element ("TotaalVorderingsbedrag")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("Beslag")]], needs_sent: false, source: "" };
        pub static TW_42: Rule = Rule { id: "TW-42", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OvergedragenSchulden")], reads: & [& [Step :: Element ("OvergedragenSchulden") , Step :: Items , Step :: Element ("DatumOverdracht")]], needs_sent: true, source: "" };
        pub static TW_43: Rule = Rule { id: "TW-43", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OvergedragenSchulden")], reads: & [& [Step :: Element ("OvergedragenSchulden") , Step :: Items , Step :: Element ("DatumOverdracht")] , & [Step :: Element ("OvergedragenSchulden") , Step :: Items , Step :: Element ("ReferentieNieuweSE")]], needs_sent: true, source: "" };
        pub static TW_44: Rule = Rule { id: "TW-44", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden")], reads: & [& [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("Betaalrekening") , Step :: Element ("IBAN")]], needs_sent: false, source: "" };
        pub static TW_45: Rule = Rule { id: "TW-45", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("Betaalreferentie")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("Betaalreferentie")]], needs_sent: false, source: "" };
        pub static TW_46: Rule = Rule { id: "TW-46", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("VorderingsType")], reads: & [& [Step :: Element ("VorderingsType")]], needs_sent: false, source: "" };
        pub static TW_47: Rule = Rule { id: "TW-47", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("FactuurnummerSE")], reads: & [& [Step :: Element ("FactuurnummerSE")] , & [Step :: Outer , Step :: Element ("KlantnummerSE")]], needs_sent: false, source: "" };
        pub static TW_48: Rule = Rule { id: "TW-48", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OrigineleVordering")], reads: & [& [Step :: Outer , Step :: Element ("OngematchteSchulden") , Step :: Element ("Totaalvordering") , Step :: Element ("AantalVorderingen")] , & [Step :: Element ("OrigineleVordering")]], needs_sent: false, source: "" };
        pub static TW_49: Rule = Rule { id: "TW-49", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Ontstaansdatum")], reads: & [& [Step :: Element ("Ontstaansdatum")] , & [Step :: Element ("OrigineleVordering")] , & [Step :: Outer , Step :: Element ("OngematchteSchulden") , Step :: Element ("Totaalvordering") , Step :: Element ("TotaalVorderingsbedrag")]], needs_sent: true, source: "" };
        pub static TW_50: Rule = Rule { id: "TW-50", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Rente")], reads: & [& [Step :: Element ("Rente")] , & [Step :: Element ("Kosten")]], needs_sent: false, source: "" };
        pub static TW_51: Rule = Rule { id: "TW-51", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Betaalrekening") , Step :: Element ("TenNameVan")], reads: & [& [Step :: Element ("Beslag")] , & [Step :: Element ("Betaalrekening") , Step :: Element ("TenNameVan")] , & [Step :: Outer , Step :: Element ("KlantnummerSE")]], needs_sent: false, source: "" };
        pub static TW_52: Rule = Rule { id: "TW-52", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("VorderingsType")], reads: & [& [Step :: Element ("VorderingsType")] , & [Step :: Element ("Incassant") , Step :: Element ("Naam")] , & [Step :: Element ("ReferentieIncassant")]], needs_sent: false, source: "" };
        pub static TW_53: Rule = Rule { id: "TW-53", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Outer , Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Outer , Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("ActueelVorderingsbedrag")] , & [Step :: Element ("Rente")]], needs_sent: false, source: "" };
        pub static TW_54: Rule = Rule { id: "TW-54", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("FactuurnummerSEVolgensSHV")]], needs_sent: false, source: "" };
        pub static TW_55: Rule = Rule { id: "TW-55", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("FactuurnummerSE")] , & [Step :: Element ("OvergedragenSchulden") , Step :: Items , Step :: Element ("FactuurnummerSE")]], needs_sent: false, source: "" };
        pub static TW_56: Rule = Rule { id: "TW-56", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("VorderingsType")]], needs_sent: false, source: "" };
        pub static TW_57: Rule = Rule { id: "TW-57", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("OrigineleVordering")]], needs_sent: false, source: "" };
        pub static TW_58: Rule = Rule { id: "TW-58", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("Ontstaansdatum")]], needs_sent: false, source: "" };
        pub static TW_59: Rule = Rule { id: "TW-59", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("VorderingsType")] , & [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("OrigineleVordering")] , & [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("Ontstaansdatum")]], needs_sent: false, source: "" };
        pub static TW_60: Rule = Rule { id: "TW-60", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden")], reads: & [& [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("VorderingsType")]], needs_sent: false, source: "" };
        pub static TW_61: Rule = Rule { id: "TW-61", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden")], reads: & [& [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("Betaalrekening") , Step :: Element ("IBAN")]], needs_sent: false, source: "" };
        pub static TW_62: Rule = Rule { id: "TW-62", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden")], reads: & [& [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("Rente")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("Beslag")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("OpenstaandeSchulden") , Step :: Items , Step :: Element ("VorderingsType")]], needs_sent: false, source: "" };
        pub static TW_63: Rule = Rule { id: "TW-63", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("OrigineleVordering")] , & [Step :: Element ("OngematchteSchulden") , Step :: Element ("Totaalvordering") , Step :: Element ("TotaalVorderingsbedrag")] , & [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("VorderingsType")]], needs_sent: false, source: "" };
        pub static TW_64: Rule = Rule { id: "TW-64", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("OvergedragenSchulden")], reads: & [& [Step :: Element ("OngematchteSchulden") , Step :: Element ("Totaalvordering")] , & [Step :: Element ("OvergedragenSchulden") , Step :: Items , Step :: Element ("OvergedragenAan") , Step :: Element ("Naam")]], needs_sent: false, source: "" };
        pub static TW_65: Rule = Rule { id: "TW-65", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GematchteSchulden")], reads: & [& [Step :: Element ("OngematchteSchulden") , Step :: Element ("Totaalvordering") , Step :: Element ("AantalVorderingen")] , & [Step :: Element ("GematchteSchulden") , Step :: Items , Step :: Element ("VorderingsType")]], needs_sent: false, source: "" };
    }
}

mod t1 {
    use crate::schuldregeling::v2_0::*;
    use crate::check::{Checker, Place, functions};
    use rust_decimal::Decimal;

    impl super::super::Twins for Betaalvoorstel {
        fn twins(&self, c: &mut Checker<'_>) {
            // TW-0: TypeSchuldregeling == 'SA'
            c . rule (& rules :: TW_0 , | _ | Some (self . type_schuldregeling == TypeSchuldregeling :: SA)) ;
            // TW-1: 'SA' != TypeSchuldregeling
            c . rule (& rules :: TW_1 , | _ | Some (self . type_schuldregeling != TypeSchuldregeling :: SA)) ;
            // TW-2: !(TypeSchuldregeling == 'SB')
            c . rule (& rules :: TW_2 , | _ | Some (self . type_schuldregeling != TypeSchuldregeling :: SB)) ;
            // TW-3: TypeSchuldregeling in ['SK', 'SA']
            c . rule (& rules :: TW_3 , | _ | Some (matches ! (self . type_schuldregeling , TypeSchuldregeling :: SK | TypeSchuldregeling :: SA))) ;
            // TW-4: !(TypeSchuldregeling in ['SK', 'SA'])
            c . rule (& rules :: TW_4 , | _ | Some (! matches ! (self . type_schuldregeling , TypeSchuldregeling :: SK | TypeSchuldregeling :: SA))) ;
            // TW-5: Uitbetaalmomenten == 'INEENS'
            c . rule (& rules :: TW_5 , | _ | Some (* self . uitbetaalmomenten . as_ref () ? == Uitbetaalmomenten :: Ineens)) ;
            // TW-6: Uitbetaalmomenten != 'INEENS'
            c . rule (& rules :: TW_6 , | _ | Some (* self . uitbetaalmomenten . as_ref () ? != Uitbetaalmomenten :: Ineens)) ;
            // TW-7: !(Uitbetaalmomenten in ['INEENS', 'JAARLIJKS'])
            c . rule (& rules :: TW_7 , | _ | Some (! matches ! (self . uitbetaalmomenten . as_ref () ? , Uitbetaalmomenten :: Ineens | Uitbetaalmomenten :: Jaarlijks))) ;
            // TW-8: FinancieleBegeleidingen.exists(f, f == 'BUDGETBEHEER')
            c . rule (& rules :: TW_8 , | _ | Some (self . financiele_begeleidingen . contains (& FinancieleBegeleiding :: Budgetbeheer))) ;
            // TW-9: !('BUDGETBEHEER' in FinancieleBegeleidingen)
            c . rule (& rules :: TW_9 , | _ | Some (! self . financiele_begeleidingen . contains (& FinancieleBegeleiding :: Budgetbeheer))) ;
            // TW-10: FinancieleBegeleidingen.filter(f, f != 'BUDGETBEHEER').exists(f, f == 'BUDGETCOACHING')
            c . rule (& rules :: TW_10 , | _ | Some (self . financiele_begeleidingen . iter () . filter (| & f | * f != FinancieleBegeleiding :: Budgetbeheer) . any (| f | * f == FinancieleBegeleiding :: Budgetcoaching))) ;
            // TW-11: unique(FinancieleBegeleidingen)
            c . unique (& rules :: TW_11 , | u | { for (i0 , x) in self . financiele_begeleidingen . iter () . enumerate () { u . add (& [Place :: Item ("FinancieleBegeleidingen" , i0)] , x . as_str ()) ; } }) ;
            // TW-12: Looptijd <= 17
            c . rule (& rules :: TW_12 , | _ | Some (self . looptijd ? <= 17)) ;
            // TW-13: Looptijd > 0
            c . rule (& rules :: TW_13 , | _ | Some (self . looptijd ? > 0)) ;
            // TW-14: 18 >= TotaalAantalConcurrenteSchuldeisers
            c . rule (& rules :: TW_14 , | _ | Some (18 >= self . totaal_aantal_concurrente_schuldeisers)) ;
            // TW-15: Looptijd in [12, 18]
            c . rule (& rules :: TW_15 , | _ | Some (matches ! (self . looptijd ? , 12 | 18))) ;
            // TW-16: !(Looptijd in [18])
            c . rule (& rules :: TW_16 , | _ | Some (! matches ! (self . looptijd ? , 18))) ;
            // TW-17: Looptijd in [18.5, 18.0]
            c . rule (& rules :: TW_17 , | _ | Some ([Decimal :: new (185 , 1) , Decimal :: new (18 , 0)] . contains (& Decimal :: from (self . looptijd ?)))) ;
            // TW-18: Looptijd > TotaalAantalPreferenteSchuldeisers
            c . rule (& rules :: TW_18 , | _ | Some (Decimal :: from (self . looptijd ?) > Decimal :: from (self . totaal_aantal_preferente_schuldeisers))) ;
            // TW-19: TotaalAantalPreferenteSchuldeisers + Looptijd >= 21
            c . rule (& rules :: TW_19 , | _ | Some (Decimal :: from (self . totaal_aantal_preferente_schuldeisers) + self . looptijd . map_or (Decimal :: ZERO , Decimal :: from) >= Decimal :: new (21 , 0))) ;
            // TW-20: TotaleVastgesteldeSchuldPreferent == 0
            c . rule (& rules :: TW_20 , | _ | Some (self . totale_vastgestelde_schuld_preferent . to_decimal () == Decimal :: ZERO)) ;
            // TW-21: TotaleVastgesteldeSchuldPreferent <= TotaalKosten
            c . rule (& rules :: TW_21 , | _ | Some (self . totale_vastgestelde_schuld_preferent . to_decimal () <= self . totaal_kosten ? . to_decimal ())) ;
            // TW-22: TotaalNettoInkomen == TotaalKosten + EenmaligeInleg - 0.01
            c . rule (& rules :: TW_22 , | _ | Some (self . totaal_netto_inkomen ? . to_decimal () == self . totaal_kosten . map_or (Decimal :: ZERO , | totaal_kosten | totaal_kosten . to_decimal ()) + self . eenmalige_inleg . map_or (Decimal :: ZERO , | eenmalige_inleg | eenmalige_inleg . to_decimal ()) - Decimal :: new (1 , 2))) ;
            // TW-23: TotaalBeschikbaar - (TotaalKosten - EenmaligeInleg) >= 5000.00
            c . rule (& rules :: TW_23 , | _ | Some (self . totaal_beschikbaar . to_decimal () - (self . totaal_kosten . map_or (Decimal :: ZERO , | totaal_kosten | totaal_kosten . to_decimal ()) - self . eenmalige_inleg . map_or (Decimal :: ZERO , | eenmalige_inleg | eenmalige_inleg . to_decimal ())) >= Decimal :: new (5000 , 0))) ;
            // TW-24: (TotaalNettoInkomen + TotaalKosten) * 2 <= 1000.50
            c . rule (& rules :: TW_24 , | _ | Some ((self . totaal_netto_inkomen . map_or (Decimal :: ZERO , | totaal_netto_inkomen | totaal_netto_inkomen . to_decimal ()) + self . totaal_kosten . map_or (Decimal :: ZERO , | totaal_kosten | totaal_kosten . to_decimal ())) * Decimal :: TWO <= Decimal :: new (10005 , 1))) ;
            // TW-25: TotaalNettoInkomen * PercentageConcurrent <= 100.00 * EenmaligeInleg
            c . rule (& rules :: TW_25 , | _ | Some (self . totaal_netto_inkomen ? . to_decimal () * self . percentage_concurrent ? . to_decimal () <= Decimal :: ONE_HUNDRED * self . eenmalige_inleg ? . to_decimal ())) ;
            // TW-26: near(TotaalBeschikbaar, max(0.00, TotaalKosten * Looptijd + EenmaligeInleg), 1.00)
            c . rule (& rules :: TW_26 , | _ | Some (functions :: near (self . totaal_beschikbaar . to_decimal () , Decimal :: max (Decimal :: ZERO , self . totaal_kosten ? . to_decimal () * Decimal :: from (self . looptijd ?) + self . eenmalige_inleg . map_or (Decimal :: ZERO , | eenmalige_inleg | eenmalige_inleg . to_decimal ())) , Decimal :: ONE))) ;
            // TW-27: !near(TotaalBeschikbaar, min(TotaalKosten, 100), 0.00005)
            c . rule (& rules :: TW_27 , | _ | Some (! functions :: near (self . totaal_beschikbaar . to_decimal () , Decimal :: min (self . totaal_kosten ? . to_decimal () , Decimal :: ONE_HUNDRED) , Decimal :: new (5 , 5)))) ;
            // TW-28: TotaalKosten in [0.00, 12.50, 100]
            c . rule (& rules :: TW_28 , | _ | Some ([Decimal :: ZERO , Decimal :: new (125 , 1) , Decimal :: ONE_HUNDRED] . contains (& self . totaal_kosten ? . to_decimal ()))) ;
            // TW-29: PercentagePreferent == 2 * PercentageConcurrent
            c . rule (& rules :: TW_29 , | _ | Some (self . percentage_preferent ? . to_decimal () == Decimal :: TWO * self . percentage_concurrent ? . to_decimal ())) ;
            // TW-30: PercentagePreferent - PercentageConcurrent > 12.5
            c . rule (& rules :: TW_30 , | _ | Some (self . percentage_preferent . map_or (Decimal :: ZERO , | percentage_preferent | percentage_preferent . to_decimal ()) - self . percentage_concurrent . map_or (Decimal :: ZERO , | percentage_concurrent | percentage_concurrent . to_decimal ()) > Decimal :: new (125 , 1))) ;
            // TW-31: size(Toelichting) <= 140
            c . rule (& rules :: TW_31 , | _ | Some (functions :: chars (self . toelichting . as_ref () ? . as_str ()) <= 140)) ;
            // TW-32: size(Toelichting) > Looptijd
            c . rule (& rules :: TW_32 , | _ | Some (Decimal :: from (functions :: chars (self . toelichting . as_ref () ? . as_str ())) > Decimal :: from (self . looptijd ?))) ;
            // TW-33: Toelichting != KlantnummerSE
            c . rule (& rules :: TW_33 , | _ | Some (self . toelichting . as_ref () ? . as_str () != self . klantnummer_se . as_str ())) ;
            // TW-34: has(GeldigTot) && GeldigTot > DatumVoorstel
            c . rule (& rules :: TW_34 , | _ | Some (self . geldig_tot . is_some () && self . geldig_tot ? > self . datum_voorstel)) ;
            // TW-35: !has(Toelichting) || has(EenmaligeInleg) && Looptijd == 18
            c . rule (& rules :: TW_35 , | _ | Some (self . toelichting . is_none () || self . eenmalige_inleg . is_some () && self . looptijd ? == 18)) ;
            // TW-36: !(has(Toelichting) && has(EenmaligeInleg))
            c . rule (& rules :: TW_36 , | _ | Some (self . toelichting . is_none () || self . eenmalige_inleg . is_none ())) ;
            // TW-37: !(Looptijd > 18 || has(EenmaligeInleg))
            c . rule (& rules :: TW_37 , | _ | Some (self . looptijd ? <= 18 && self . eenmalige_inleg . is_none ())) ;
            // TW-38: GeldigTot < months_after(DatumVoorstel, 2)
            c . rule (& rules :: TW_38 , | _ | Some (self . geldig_tot ? < functions :: months_after (self . datum_voorstel , 2) ?)) ;
            // TW-39: months_after(DatumVoorstel, Looptijd) >= sent
            c . rule (& rules :: TW_39 , | cx | Some (functions :: months_after (self . datum_voorstel , i64 :: from (self . looptijd ?)) ? >= cx . sent ?)) ;
            // TW-40: months_after(months_after(GeldigTot, -1), 1) == GeldigTot
            c . rule (& rules :: TW_40 , | _ | Some (functions :: months_after (functions :: months_after (self . geldig_tot ? , - 1) ? , 1) ? == self . geldig_tot ?)) ;
            // TW-41: sent >= GeldigTot
            c . rule (& rules :: TW_41 , | cx | Some (cx . sent ? >= self . geldig_tot ?)) ;
            // TW-42: (TypeSchuldregeling == 'SA') == has(EenmaligeInleg)
            c . rule (& rules :: TW_42 , | _ | Some ((self . type_schuldregeling == TypeSchuldregeling :: SA) == self . eenmalige_inleg . is_some ())) ;
            // TW-43: (Looptijd == 18) != (TotaalKosten == 0.00)
            c . rule (& rules :: TW_43 , | _ | Some ((self . looptijd ? == 18) != (self . totaal_kosten ? . to_decimal () == Decimal :: ZERO))) ;
            // TW-44: (EenmaligeInleg > 0.00 && Looptijd > 12) == (GeldigTot > DatumVoorstel || TotaalKosten > 0.00)
            c . rule (& rules :: TW_44 , | _ | Some ((self . eenmalige_inleg ? . to_decimal () > Decimal :: ZERO && self . looptijd ? > 12) == (self . geldig_tot ? > self . datum_voorstel || self . totaal_kosten ? . to_decimal () > Decimal :: ZERO))) ;
            // TW-45: Vorderingen.exists(v, v.VorderingsType == 'PREFERENT') == (TotaleVastgesteldeSchuldPreferent > 0.00)
            c . rule (& rules :: TW_45 , | _ | Some (self . vorderingen . iter () . any (| v | v . vorderings_type == VorderingsType :: Preferent) == (self . totale_vastgestelde_schuld_preferent . to_decimal () > Decimal :: ZERO))) ;
            // TW-46: GeldigTot > DatumVoorstel @ TotaalKosten > 0.00
            c . rule (& rules :: TW_46 , | _ | { if self . geldig_tot ? <= self . datum_voorstel { return Some (true) ; } Some (self . totaal_kosten ? . to_decimal () > Decimal :: ZERO) }) ;
            // TW-47: TypeSchuldregeling == 'SB' @ Looptijd == 17
            c . rule (& rules :: TW_47 , | _ | { if self . type_schuldregeling != TypeSchuldregeling :: SB { return Some (true) ; } Some (self . looptijd ? == 17) }) ;
            // TW-48: has(Looptijd) && Looptijd > 12 @ EenmaligeInleg <= 100.00
            c . rule (& rules :: TW_48 , | _ | { if self . looptijd . is_none () || self . looptijd ? <= 12 { return Some (true) ; } Some (self . eenmalige_inleg ? . to_decimal () <= Decimal :: ONE_HUNDRED) }) ;
            // TW-49: true @ Looptijd < 18
            c . rule (& rules :: TW_49 , | _ | Some (self . looptijd ? < 18)) ;
            // TW-50: Vorderingen @ this.Looptijd > 12 && PrognoseEindbedrag > 0.00 @ Afkooppercentage <= this.PercentageConcurrent
            for (index , item) in self . vorderingen . iter () . enumerate () { c . item ("Vorderingen" , index , | c | { c . rule (& rules :: TW_50 , | _ | { if self . looptijd ? <= 12 || item . prognose_eindbedrag . to_decimal () <= Decimal :: ZERO { return Some (true) ; } Some (item . afkooppercentage . to_decimal () <= self . percentage_concurrent ? . to_decimal ()) }) ; }) ; }
            // TW-51: sum(Vorderingen.map(v, v.ActueelVorderingsbedrag * v.Afkooppercentage * 0.01)) <= TotaalBeschikbaar
            c . rule (& rules :: TW_51 , | _ | Some (self . vorderingen . iter () . map (| v | v . actueel_vorderingsbedrag . to_decimal () * v . afkooppercentage . to_decimal () * Decimal :: new (1 , 2)) . sum :: < Decimal > () <= self . totaal_beschikbaar . to_decimal ())) ;
            // TW-52: Looptijd > 36 || TotaalKosten > 5.00 || TypeSchuldregeling == 'SK'
            c . rule (& rules :: TW_52 , | _ | Some (self . looptijd ? > 36 || self . totaal_kosten ? . to_decimal () > Decimal :: new (5 , 0) || self . type_schuldregeling == TypeSchuldregeling :: SK)) ;
            // TW-53: Looptijd > 12 && TotaalKosten > 5.00 && TypeSchuldregeling == 'SK'
            c . rule (& rules :: TW_53 , | _ | Some (self . looptijd ? > 12 && self . totaal_kosten ? . to_decimal () > Decimal :: new (5 , 0) && self . type_schuldregeling == TypeSchuldregeling :: SK)) ;
        }
    }

    mod rules {
        use crate::shape::{Rule, Severity, Step};

        pub static TW_0: Rule = Rule { id: "TW-0", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("TypeSchuldregeling")], reads: & [& [Step :: Element ("TypeSchuldregeling")]], needs_sent: false, source: "" };
        pub static TW_1: Rule = Rule { id: "TW-1", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("TypeSchuldregeling")], reads: & [& [Step :: Element ("TypeSchuldregeling")]], needs_sent: false, source: "" };
        pub static TW_2: Rule = Rule { id: "TW-2", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("TypeSchuldregeling")], reads: & [& [Step :: Element ("TypeSchuldregeling")]], needs_sent: false, source: "" };
        pub static TW_3: Rule = Rule { id: "TW-3", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("TypeSchuldregeling")], reads: & [& [Step :: Element ("TypeSchuldregeling")]], needs_sent: false, source: "" };
        pub static TW_4: Rule = Rule { id: "TW-4", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("TypeSchuldregeling")], reads: & [& [Step :: Element ("TypeSchuldregeling")]], needs_sent: false, source: "" };
        pub static TW_5: Rule = Rule { id: "TW-5", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Uitbetaalmomenten")], reads: & [& [Step :: Element ("Uitbetaalmomenten")]], needs_sent: false, source: "" };
        pub static TW_6: Rule = Rule { id: "TW-6", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Uitbetaalmomenten")], reads: & [& [Step :: Element ("Uitbetaalmomenten")]], needs_sent: false, source: "" };
        pub static TW_7: Rule = Rule { id: "TW-7", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Uitbetaalmomenten")], reads: & [& [Step :: Element ("Uitbetaalmomenten")]], needs_sent: false, source: "" };
        pub static TW_8: Rule = Rule { id: "TW-8", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("FinancieleBegeleidingen")], reads: & [& [Step :: Element ("FinancieleBegeleidingen") , Step :: Items]], needs_sent: false, source: "" };
        pub static TW_9: Rule = Rule { id: "TW-9", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("FinancieleBegeleidingen")], reads: & [& [Step :: Element ("FinancieleBegeleidingen")]], needs_sent: false, source: "" };
        pub static TW_10: Rule = Rule { id: "TW-10", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("FinancieleBegeleidingen")], reads: & [& [Step :: Element ("FinancieleBegeleidingen") , Step :: Items]], needs_sent: false, source: "" };
        pub static TW_11: Rule = Rule { id: "TW-11", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("FinancieleBegeleidingen")], reads: & [& [Step :: Element ("FinancieleBegeleidingen")]], needs_sent: false, source: "" };
        pub static TW_12: Rule = Rule { id: "TW-12", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Looptijd")], reads: & [& [Step :: Element ("Looptijd")]], needs_sent: false, source: "" };
        pub static TW_13: Rule = Rule { id: "TW-13", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Looptijd")], reads: & [& [Step :: Element ("Looptijd")]], needs_sent: false, source: "" };
        pub static TW_14: Rule = Rule { id: "TW-14", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("TotaalAantalConcurrenteSchuldeisers")], reads: & [& [Step :: Element ("TotaalAantalConcurrenteSchuldeisers")]], needs_sent: false, source: "" };
        pub static TW_15: Rule = Rule { id: "TW-15", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Looptijd")], reads: & [& [Step :: Element ("Looptijd")]], needs_sent: false, source: "" };
        pub static TW_16: Rule = Rule { id: "TW-16", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Looptijd")], reads: & [& [Step :: Element ("Looptijd")]], needs_sent: false, source: "" };
        pub static TW_17: Rule = Rule { id: "TW-17", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Looptijd")], reads: & [& [Step :: Element ("Looptijd")]], needs_sent: false, source: "" };
        pub static TW_18: Rule = Rule { id: "TW-18", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Looptijd")], reads: & [& [Step :: Element ("Looptijd")] , & [Step :: Element ("TotaalAantalPreferenteSchuldeisers")]], needs_sent: false, source: "" };
        pub static TW_19: Rule = Rule { id: "TW-19", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("TotaalAantalPreferenteSchuldeisers")], reads: & [& [Step :: Element ("TotaalAantalPreferenteSchuldeisers")] , & [Step :: Element ("Looptijd")]], needs_sent: false, source: "" };
        pub static TW_20: Rule = Rule { id: "TW-20", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("TotaleVastgesteldeSchuldPreferent")], reads: & [& [Step :: Element ("TotaleVastgesteldeSchuldPreferent")]], needs_sent: false, source: "" };
        pub static TW_21: Rule = Rule { id: "TW-21", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("TotaleVastgesteldeSchuldPreferent")], reads: & [& [Step :: Element ("TotaleVastgesteldeSchuldPreferent")] , & [Step :: Element ("TotaalKosten")]], needs_sent: false, source: "" };
        pub static TW_22: Rule = Rule { id: "TW-22", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("TotaalNettoInkomen")], reads: & [& [Step :: Element ("TotaalNettoInkomen")] , & [Step :: Element ("TotaalKosten")] , & [Step :: Element ("EenmaligeInleg")]], needs_sent: false, source: "" };
        pub static TW_23: Rule = Rule { id: "TW-23", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("TotaalBeschikbaar")], reads: & [& [Step :: Element ("TotaalBeschikbaar")] , & [Step :: Element ("TotaalKosten")] , & [Step :: Element ("EenmaligeInleg")]], needs_sent: false, source: "" };
        pub static TW_24: Rule = Rule { id: "TW-24", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("TotaalNettoInkomen")], reads: & [& [Step :: Element ("TotaalNettoInkomen")] , & [Step :: Element ("TotaalKosten")]], needs_sent: false, source: "" };
        pub static TW_25: Rule = Rule { id: "TW-25", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("TotaalNettoInkomen")], reads: & [& [Step :: Element ("TotaalNettoInkomen")] , & [Step :: Element ("PercentageConcurrent")] , & [Step :: Element ("EenmaligeInleg")]], needs_sent: false, source: "" };
        pub static TW_26: Rule = Rule { id: "TW-26", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("TotaalBeschikbaar")], reads: & [& [Step :: Element ("TotaalBeschikbaar")] , & [Step :: Element ("TotaalKosten")] , & [Step :: Element ("Looptijd")] , & [Step :: Element ("EenmaligeInleg")]], needs_sent: false, source: "" };
        pub static TW_27: Rule = Rule { id: "TW-27", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("TotaalBeschikbaar")], reads: & [& [Step :: Element ("TotaalBeschikbaar")] , & [Step :: Element ("TotaalKosten")]], needs_sent: false, source: "" };
        pub static TW_28: Rule = Rule { id: "TW-28", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("TotaalKosten")], reads: & [& [Step :: Element ("TotaalKosten")]], needs_sent: false, source: "" };
        pub static TW_29: Rule = Rule { id: "TW-29", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("PercentagePreferent")], reads: & [& [Step :: Element ("PercentagePreferent")] , & [Step :: Element ("PercentageConcurrent")]], needs_sent: false, source: "" };
        pub static TW_30: Rule = Rule { id: "TW-30", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("PercentagePreferent")], reads: & [& [Step :: Element ("PercentagePreferent")] , & [Step :: Element ("PercentageConcurrent")]], needs_sent: false, source: "" };
        pub static TW_31: Rule = Rule { id: "TW-31", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Toelichting")], reads: & [& [Step :: Element ("Toelichting")]], needs_sent: false, source: "" };
        pub static TW_32: Rule = Rule { id: "TW-32", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Toelichting")], reads: & [& [Step :: Element ("Toelichting")] , & [Step :: Element ("Looptijd")]], needs_sent: false, source: "" };
        pub static TW_33: Rule = Rule { id: "TW-33", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Toelichting")], reads: & [& [Step :: Element ("Toelichting")] , & [Step :: Element ("KlantnummerSE")]], needs_sent: false, source: "" };
        pub static TW_34: Rule = Rule { id: "TW-34", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GeldigTot")], reads: & [& [Step :: Element ("GeldigTot")] , & [Step :: Element ("DatumVoorstel")]], needs_sent: false, source: "" };
        pub static TW_35: Rule = Rule { id: "TW-35", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Toelichting")], reads: & [& [Step :: Element ("Toelichting")] , & [Step :: Element ("EenmaligeInleg")] , & [Step :: Element ("Looptijd")]], needs_sent: false, source: "" };
        pub static TW_36: Rule = Rule { id: "TW-36", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Toelichting")], reads: & [& [Step :: Element ("Toelichting")] , & [Step :: Element ("EenmaligeInleg")]], needs_sent: false, source: "" };
        pub static TW_37: Rule = Rule { id: "TW-37", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Looptijd")], reads: & [& [Step :: Element ("Looptijd")] , & [Step :: Element ("EenmaligeInleg")]], needs_sent: false, source: "" };
        pub static TW_38: Rule = Rule { id: "TW-38", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GeldigTot")], reads: & [& [Step :: Element ("GeldigTot")] , & [Step :: Element ("DatumVoorstel")]], needs_sent: false, source: "" };
        pub static TW_39: Rule = Rule { id: "TW-39", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("DatumVoorstel")], reads: & [& [Step :: Element ("DatumVoorstel")] , & [Step :: Element ("Looptijd")]], needs_sent: true, source: "" };
        pub static TW_40: Rule = Rule { id: "TW-40", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GeldigTot")], reads: & [& [Step :: Element ("GeldigTot")]], needs_sent: false, source: "" };
        pub static TW_41: Rule = Rule { id: "TW-41", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("GeldigTot")], reads: & [& [Step :: Element ("GeldigTot")]], needs_sent: true, source: "" };
        pub static TW_42: Rule = Rule { id: "TW-42", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("TypeSchuldregeling")], reads: & [& [Step :: Element ("TypeSchuldregeling")] , & [Step :: Element ("EenmaligeInleg")]], needs_sent: false, source: "" };
        pub static TW_43: Rule = Rule { id: "TW-43", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Looptijd")], reads: & [& [Step :: Element ("Looptijd")] , & [Step :: Element ("TotaalKosten")]], needs_sent: false, source: "" };
        pub static TW_44: Rule = Rule { id: "TW-44", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("EenmaligeInleg")], reads: & [& [Step :: Element ("EenmaligeInleg")] , & [Step :: Element ("Looptijd")] , & [Step :: Element ("GeldigTot")] , & [Step :: Element ("DatumVoorstel")] , & [Step :: Element ("TotaalKosten")]], needs_sent: false, source: "" };
        pub static TW_45: Rule = Rule { id: "TW-45", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Vorderingen")], reads: & [& [Step :: Element ("Vorderingen") , Step :: Items , Step :: Element ("VorderingsType")] , & [Step :: Element ("TotaleVastgesteldeSchuldPreferent")]], needs_sent: false, source: "" };
        pub static TW_46: Rule = Rule { id: "TW-46", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("TotaalKosten")], reads: & [& [Step :: Element ("GeldigTot")] , & [Step :: Element ("DatumVoorstel")] , & [Step :: Element ("TotaalKosten")]], needs_sent: false, source: "" };
        pub static TW_47: Rule = Rule { id: "TW-47", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Looptijd")], reads: & [& [Step :: Element ("TypeSchuldregeling")] , & [Step :: Element ("Looptijd")]], needs_sent: false, source: "" };
        pub static TW_48: Rule = Rule { id: "TW-48", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("EenmaligeInleg")], reads: & [& [Step :: Element ("Looptijd")] , & [Step :: Element ("EenmaligeInleg")]], needs_sent: false, source: "" };
        pub static TW_49: Rule = Rule { id: "TW-49", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Looptijd")], reads: & [& [Step :: Element ("Looptijd")]], needs_sent: false, source: "" };
        pub static TW_50: Rule = Rule { id: "TW-50", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Afkooppercentage")], reads: & [& [Step :: Outer , Step :: Element ("Looptijd")] , & [Step :: Element ("PrognoseEindbedrag")] , & [Step :: Element ("Afkooppercentage")] , & [Step :: Outer , Step :: Element ("PercentageConcurrent")]], needs_sent: false, source: "" };
        pub static TW_51: Rule = Rule { id: "TW-51", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("TotaalBeschikbaar")], reads: & [& [Step :: Element ("Vorderingen") , Step :: Items , Step :: Element ("ActueelVorderingsbedrag")] , & [Step :: Element ("Vorderingen") , Step :: Items , Step :: Element ("Afkooppercentage")] , & [Step :: Element ("TotaalBeschikbaar")]], needs_sent: false, source: "" };
        pub static TW_52: Rule = Rule { id: "TW-52", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Looptijd")], reads: & [& [Step :: Element ("Looptijd")] , & [Step :: Element ("TotaalKosten")] , & [Step :: Element ("TypeSchuldregeling")]], needs_sent: false, source: "" };
        pub static TW_53: Rule = Rule { id: "TW-53", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Looptijd")], reads: & [& [Step :: Element ("Looptijd")] , & [Step :: Element ("TotaalKosten")] , & [Step :: Element ("TypeSchuldregeling")]], needs_sent: false, source: "" };
    }
}

mod t2 {
    use crate::schuldregeling::v3_0::*;
    use crate::check::{Checker, Place, functions};
    use rust_decimal::Decimal;

    impl super::super::Twins for Hercontrole {
        fn twins(&self, c: &mut Checker<'_>) {
            // TW-0: NieuweSchulden
            c . rule (& rules :: TW_0 , | _ | self . nieuwe_schulden) ;
            // TW-1: !NieuweSchulden
            c . rule (& rules :: TW_1 , | _ | Some (! self . nieuwe_schulden ?)) ;
            // TW-2: NieuweSchulden == true
            c . rule (& rules :: TW_2 , | _ | self . nieuwe_schulden) ;
            // TW-3: NieuweSchulden != has(TotaalNettoInkomenOud)
            c . rule (& rules :: TW_3 , | _ | Some (self . nieuwe_schulden ? != self . totaal_netto_inkomen_oud . is_some ())) ;
            // TW-4: NieuweSchulden == (AfloscapaciteitNieuw > AfloscapaciteitOud)
            c . rule (& rules :: TW_4 , | _ | Some (self . nieuwe_schulden ? == (self . afloscapaciteit_nieuw . to_decimal () > self . afloscapaciteit_oud . to_decimal ()))) ;
            // TW-5: NieuweSchulden @ Volgnummer == 1
            c . rule (& rules :: TW_5 , | _ | { if ! self . nieuwe_schulden ? { return Some (true) ; } Some (self . volgnummer == 1) }) ;
            // TW-6: Volgnummer >= 2
            c . rule (& rules :: TW_6 , | _ | Some (self . volgnummer >= 2)) ;
            // TW-7: Vorderingen.all(v, v.PrognoseEindbedragOud <= v.PrognoseEindbedrag)
            c . rule (& rules :: TW_7 , | _ | Some (self . vorderingen . iter () . all (| v | functions :: never_fails (|| Some (v . prognose_eindbedrag_oud ? . to_decimal () <= v . prognose_eindbedrag . to_decimal ()))))) ;
            // TW-8: Vorderingen.exists(v, v.PrognoseEindbedragOud * v.Afkooppercentage > VTLBBedragOud)
            c . rule (& rules :: TW_8 , | _ | { let vtlb_bedrag_oud = self . vtlb_bedrag_oud ? ; Some (self . vorderingen . iter () . any (| v | functions :: holds (|| Some (v . prognose_eindbedrag_oud ? . to_decimal () * v . afkooppercentage . to_decimal () > vtlb_bedrag_oud . to_decimal ())))) }) ;
            // TW-9: sum(Vorderingen.map(v, v.PrognoseEindbedrag - v.PrognoseEindbedragOud)) >= 0.00
            c . rule (& rules :: TW_9 , | _ | Some (self . vorderingen . iter () . map (| v | v . prognose_eindbedrag . to_decimal () - v . prognose_eindbedrag_oud . map_or (Decimal :: ZERO , | prognose_eindbedrag_oud | prognose_eindbedrag_oud . to_decimal ())) . sum :: < Decimal > () >= Decimal :: ZERO)) ;
            // TW-10: Vorderingen @@ PrognoseEindbedragOud <= PrognoseEindbedrag || this.NieuweSchulden
            for (index , item) in self . vorderingen . iter () . enumerate () { c . item ("Vorderingen" , index , | c | { c . rule (& rules :: TW_10 , | _ | Some (item . prognose_eindbedrag_oud ? . to_decimal () <= item . prognose_eindbedrag . to_decimal () || self . nieuwe_schulden ?)) ; }) ; }
            // TW-11: 'OVERIG' in RedenenWijziging || size(RedenenWijziging) != 1
            c . rule (& rules :: TW_11 , | _ | Some (self . redenen_wijziging . contains (& RedenWijziging :: Overig) || self . redenen_wijziging . len () != 1)) ;
            // TW-12: months_after(PeriodeVan, Volgnummer) <= DatumVolgendeHercontrole
            c . rule (& rules :: TW_12 , | _ | Some (functions :: months_after (self . periode_van , i64 :: from (self . volgnummer)) ? <= self . datum_volgende_hercontrole ?)) ;
        }
    }

    mod rules {
        use crate::shape::{Rule, Severity, Step};

        pub static TW_0: Rule = Rule { id: "TW-0", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("NieuweSchulden")], reads: & [& [Step :: Element ("NieuweSchulden")]], needs_sent: false, source: "" };
        pub static TW_1: Rule = Rule { id: "TW-1", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("NieuweSchulden")], reads: & [& [Step :: Element ("NieuweSchulden")]], needs_sent: false, source: "" };
        pub static TW_2: Rule = Rule { id: "TW-2", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("NieuweSchulden")], reads: & [& [Step :: Element ("NieuweSchulden")]], needs_sent: false, source: "" };
        pub static TW_3: Rule = Rule { id: "TW-3", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("NieuweSchulden")], reads: & [& [Step :: Element ("NieuweSchulden")] , & [Step :: Element ("TotaalNettoInkomenOud")]], needs_sent: false, source: "" };
        pub static TW_4: Rule = Rule { id: "TW-4", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("NieuweSchulden")], reads: & [& [Step :: Element ("NieuweSchulden")] , & [Step :: Element ("AfloscapaciteitNieuw")] , & [Step :: Element ("AfloscapaciteitOud")]], needs_sent: false, source: "" };
        pub static TW_5: Rule = Rule { id: "TW-5", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Volgnummer")], reads: & [& [Step :: Element ("NieuweSchulden")] , & [Step :: Element ("Volgnummer")]], needs_sent: false, source: "" };
        pub static TW_6: Rule = Rule { id: "TW-6", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Volgnummer")], reads: & [& [Step :: Element ("Volgnummer")]], needs_sent: false, source: "" };
        pub static TW_7: Rule = Rule { id: "TW-7", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Vorderingen")], reads: & [& [Step :: Element ("Vorderingen") , Step :: Items , Step :: Element ("PrognoseEindbedragOud")] , & [Step :: Element ("Vorderingen") , Step :: Items , Step :: Element ("PrognoseEindbedrag")]], needs_sent: false, source: "" };
        pub static TW_8: Rule = Rule { id: "TW-8", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Vorderingen")], reads: & [& [Step :: Element ("Vorderingen") , Step :: Items , Step :: Element ("PrognoseEindbedragOud")] , & [Step :: Element ("Vorderingen") , Step :: Items , Step :: Element ("Afkooppercentage")] , & [Step :: Element ("VTLBBedragOud")]], needs_sent: false, source: "" };
        pub static TW_9: Rule = Rule { id: "TW-9", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Vorderingen")], reads: & [& [Step :: Element ("Vorderingen") , Step :: Items , Step :: Element ("PrognoseEindbedrag")] , & [Step :: Element ("Vorderingen") , Step :: Items , Step :: Element ("PrognoseEindbedragOud")]], needs_sent: false, source: "" };
        pub static TW_10: Rule = Rule { id: "TW-10", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("PrognoseEindbedragOud")], reads: & [& [Step :: Element ("PrognoseEindbedragOud")] , & [Step :: Element ("PrognoseEindbedrag")] , & [Step :: Outer , Step :: Element ("NieuweSchulden")]], needs_sent: false, source: "" };
        pub static TW_11: Rule = Rule { id: "TW-11", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("RedenenWijziging")], reads: & [& [Step :: Element ("RedenenWijziging")]], needs_sent: false, source: "" };
        pub static TW_12: Rule = Rule { id: "TW-12", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("PeriodeVan")], reads: & [& [Step :: Element ("PeriodeVan")] , & [Step :: Element ("Volgnummer")] , & [Step :: Element ("DatumVolgendeHercontrole")]], needs_sent: false, source: "" };
    }
}

mod t3 {
    use crate::vroegsignalering::v2_0::*;
    use crate::check::{Checker, Place, functions};
    use rust_decimal::Decimal;

    impl super::super::Twins for Vroegsignaal {
        fn twins(&self, c: &mut Checker<'_>) {
            // TW-0: has(BSN) @ Crisissignaal == WarmeOverdracht
            c . rule (& rules :: TW_0 , | _ | { if self . bsn . is_none () { return Some (true) ; } Some (self . crisissignaal ? == self . warme_overdracht ?) }) ;
            // TW-1: Crisissignaal && WarmeOverdracht
            c . rule (& rules :: TW_1 , | _ | Some (self . crisissignaal ? && self . warme_overdracht ?)) ;
            // TW-2: Crisissignaal || WarmeOverdracht
            c . rule (& rules :: TW_2 , | _ | Some (self . crisissignaal ? || self . warme_overdracht ?)) ;
            // TW-3: PersoonlijkContactGezocht == GewezenOpHulp
            c . rule (& rules :: TW_3 , | _ | Some (self . persoonlijk_contact_gezocht == self . gewezen_op_hulp)) ;
            // TW-4: KlantnummerSE in Telefoonnummers
            c . rule (& rules :: TW_4 , | _ | { let klantnummer_se = self . klantnummer_se . as_ref () ? ; Some (self . telefoonnummers . iter () . any (| x | x . as_str () == klantnummer_se . as_str ())) }) ;
            // TW-5: unique(Telefoonnummers)
            c . unique (& rules :: TW_5 , | u | { for (i0 , x) in self . telefoonnummers . iter () . enumerate () { u . add (& [Place :: Item ("Telefoonnummers" , i0)] , x . as_str ()) ; } }) ;
            // TW-6: Telefoonnummers.all(t, size(t) > 10)
            c . rule (& rules :: TW_6 , | _ | Some (self . telefoonnummers . iter () . all (| t | functions :: chars (t . as_str ()) > 10))) ;
            // TW-7: Telefoonnummers.exists(t, t == Contactpersoon.Telefoonnummer)
            c . rule (& rules :: TW_7 , | _ | { let contactpersoon_telefoonnummer = & self . contactpersoon . as_ref () ? . telefoonnummer ; Some (self . telefoonnummers . iter () . any (| t | t . as_str () == contactpersoon_telefoonnummer . as_str ())) }) ;
            // TW-8: holds_personal_data(Toelichting)
            c . rule (& rules :: TW_8 , | _ | Some (functions :: holds_personal_data (self . toelichting . as_ref () ? . as_str ()))) ;
            // TW-9: size(Toelichting) <= 67
            c . rule (& rules :: TW_9 , | _ | Some (functions :: chars (self . toelichting . as_ref () ? . as_str ()) <= 67)) ;
            // TW-10: size(Toelichting) > 67
            c . rule (& rules :: TW_10 , | _ | Some (functions :: chars (self . toelichting . as_ref () ? . as_str ()) > 67)) ;
            // TW-11: !holds_personal_data(SignaalId)
            c . rule (& rules :: TW_11 , | _ | Some (! functions :: holds_personal_data (self . signaal_id . as_str ()))) ;
            // TW-12: Contactpersoon.Emailadres != Emailadres
            c . rule (& rules :: TW_12 , | _ | Some (self . contactpersoon . as_ref () ? . emailadres . as_str () != self . emailadres . as_ref () ? . as_str ())) ;
            // TW-13: Adres.Postcode in ['1234AB', '9999XX']
            c . rule (& rules :: TW_13 , | _ | Some (matches ! (self . adres . postcode . as_str () , "1234AB" | "9999XX"))) ;
            // TW-14: Adres.Postcode == KlantnummerSE
            c . rule (& rules :: TW_14 , | _ | Some (self . adres . postcode . as_str () == self . klantnummer_se . as_ref () ? . as_str ())) ;
            // TW-15: Klant.Voorletters == Klant.Voornamen
            c . rule (& rules :: TW_15 , | _ | Some (self . klant . voorletters . as_ref () ? . as_str () == self . klant . voornamen . as_ref () ? . as_str ())) ;
            // TW-16: Klant.Geboortedatum <= Ontstaansdatum
            c . rule (& rules :: TW_16 , | _ | Some (self . klant . geboortedatum <= self . ontstaansdatum)) ;
            // TW-17: has(Klant.Voornamen) && size(Klant.Voornamen) > size(Klant.Achternaam)
            c . rule (& rules :: TW_17 , | _ | Some (self . klant . voornamen . is_some () && functions :: chars (self . klant . voornamen . as_ref () ? . as_str ()) > functions :: chars (self . klant . achternaam . as_str ()))) ;
            // TW-18: size(Klant.Voornamen) <= Adres.Huisnummer
            c . rule (& rules :: TW_18 , | _ | Some (Decimal :: from (functions :: chars (self . klant . voornamen . as_ref () ? . as_str ())) <= Decimal :: from (self . adres . huisnummer))) ;
            // TW-19: Adres.AanduidingBijHuisnummer == 'TO'
            c . rule (& rules :: TW_19 , | _ | Some (* self . adres . aanduiding_bij_huisnummer . as_ref () ? == AanduidingBijHuisnummer :: TO)) ;
            // TW-20: Adres.Huisletter == Adres.Huisnummertoevoeging
            c . rule (& rules :: TW_20 , | _ | Some (self . adres . huisletter . as_ref () ? . as_str () == self . adres . huisnummertoevoeging . as_ref () ? . as_str ())) ;
        }
    }

    mod rules {
        use crate::shape::{Rule, Severity, Step};

        pub static TW_0: Rule = Rule { id: "TW-0", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Crisissignaal")], reads: & [& [Step :: Element ("BSN")] , & [Step :: Element ("Crisissignaal")] , & [Step :: Element ("WarmeOverdracht")]], needs_sent: false, source: "" };
        pub static TW_1: Rule = Rule { id: "TW-1", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Crisissignaal")], reads: & [& [Step :: Element ("Crisissignaal")] , & [Step :: Element ("WarmeOverdracht")]], needs_sent: false, source: "" };
        pub static TW_2: Rule = Rule { id: "TW-2", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Crisissignaal")], reads: & [& [Step :: Element ("Crisissignaal")] , & [Step :: Element ("WarmeOverdracht")]], needs_sent: false, source: "" };
        pub static TW_3: Rule = Rule { id: "TW-3", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("PersoonlijkContactGezocht")], reads: & [& [Step :: Element ("PersoonlijkContactGezocht")] , & [Step :: Element ("GewezenOpHulp")]], needs_sent: false, source: "" };
        pub static TW_4: Rule = Rule { id: "TW-4", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("KlantnummerSE")], reads: & [& [Step :: Element ("KlantnummerSE")] , & [Step :: Element ("Telefoonnummers")]], needs_sent: false, source: "" };
        pub static TW_5: Rule = Rule { id: "TW-5", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Telefoonnummers")], reads: & [& [Step :: Element ("Telefoonnummers")]], needs_sent: false, source: "" };
        pub static TW_6: Rule = Rule { id: "TW-6", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Telefoonnummers")], reads: & [& [Step :: Element ("Telefoonnummers") , Step :: Items]], needs_sent: false, source: "" };
        pub static TW_7: Rule = Rule { id: "TW-7", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Telefoonnummers")], reads: & [& [Step :: Element ("Telefoonnummers") , Step :: Items] , & [Step :: Element ("Contactpersoon") , Step :: Element ("Telefoonnummer")]], needs_sent: false, source: "" };
        pub static TW_8: Rule = Rule { id: "TW-8", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Toelichting")], reads: & [& [Step :: Element ("Toelichting")]], needs_sent: false, source: "" };
        pub static TW_9: Rule = Rule { id: "TW-9", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Toelichting")], reads: & [& [Step :: Element ("Toelichting")]], needs_sent: false, source: "" };
        pub static TW_10: Rule = Rule { id: "TW-10", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Toelichting")], reads: & [& [Step :: Element ("Toelichting")]], needs_sent: false, source: "" };
        pub static TW_11: Rule = Rule { id: "TW-11", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("SignaalId")], reads: & [& [Step :: Element ("SignaalId")]], needs_sent: false, source: "" };
        pub static TW_12: Rule = Rule { id: "TW-12", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Contactpersoon") , Step :: Element ("Emailadres")], reads: & [& [Step :: Element ("Contactpersoon") , Step :: Element ("Emailadres")] , & [Step :: Element ("Emailadres")]], needs_sent: false, source: "" };
        pub static TW_13: Rule = Rule { id: "TW-13", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Adres") , Step :: Element ("Postcode")], reads: & [& [Step :: Element ("Adres") , Step :: Element ("Postcode")]], needs_sent: false, source: "" };
        pub static TW_14: Rule = Rule { id: "TW-14", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Adres") , Step :: Element ("Postcode")], reads: & [& [Step :: Element ("Adres") , Step :: Element ("Postcode")] , & [Step :: Element ("KlantnummerSE")]], needs_sent: false, source: "" };
        pub static TW_15: Rule = Rule { id: "TW-15", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Klant") , Step :: Element ("Voorletters")], reads: & [& [Step :: Element ("Klant") , Step :: Element ("Voorletters")] , & [Step :: Element ("Klant") , Step :: Element ("Voornamen")]], needs_sent: false, source: "" };
        pub static TW_16: Rule = Rule { id: "TW-16", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Klant") , Step :: Element ("Geboortedatum")], reads: & [& [Step :: Element ("Klant") , Step :: Element ("Geboortedatum")] , & [Step :: Element ("Ontstaansdatum")]], needs_sent: false, source: "" };
        pub static TW_17: Rule = Rule { id: "TW-17", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Klant") , Step :: Element ("Voornamen")], reads: & [& [Step :: Element ("Klant") , Step :: Element ("Voornamen")] , & [Step :: Element ("Klant") , Step :: Element ("Achternaam")]], needs_sent: false, source: "" };
        pub static TW_18: Rule = Rule { id: "TW-18", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Klant") , Step :: Element ("Voornamen")], reads: & [& [Step :: Element ("Klant") , Step :: Element ("Voornamen")] , & [Step :: Element ("Adres") , Step :: Element ("Huisnummer")]], needs_sent: false, source: "" };
        pub static TW_19: Rule = Rule { id: "TW-19", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Adres") , Step :: Element ("AanduidingBijHuisnummer")], reads: & [& [Step :: Element ("Adres") , Step :: Element ("AanduidingBijHuisnummer")]], needs_sent: false, source: "" };
        pub static TW_20: Rule = Rule { id: "TW-20", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Adres") , Step :: Element ("Huisletter")], reads: & [& [Step :: Element ("Adres") , Step :: Element ("Huisletter")] , & [Step :: Element ("Adres") , Step :: Element ("Huisnummertoevoeging")]], needs_sent: false, source: "" };
    }
}

mod t4 {
    use crate::schuldregeling::v2_0::*;
    use crate::check::{Checker, Place, functions};
    use rust_decimal::Decimal;

    impl super::super::Twins for Foutbericht {
        fn twins(&self, c: &mut Checker<'_>) {
            // TW-0: after_sending(Tijdstip)
            c . rule (& rules :: TW_0 , | cx | Some (self . tijdstip > cx . sent_at ?)) ;
            // TW-1: !after_sending(Tijdstip)
            c . rule (& rules :: TW_1 , | cx | Some (self . tijdstip <= cx . sent_at ?)) ;
            // TW-2: Fouten.all(f, f.Locatie != f.Regel)
            c . rule (& rules :: TW_2 , | _ | Some (self . fouten . iter () . all (| f | functions :: never_fails (|| Some (f . locatie . as_ref () ? . as_str () != f . regel . as_ref () ? . as_str ()))))) ;
            // TW-3: Fouten.exists(f, after_sending(Tijdstip) && has(f.Regel))
            c . rule (& rules :: TW_3 , | cx | { let sent_at = cx . sent_at ? ; Some (self . fouten . iter () . any (| f | self . tijdstip > sent_at && f . regel . is_some ())) }) ;
            // TW-4: Fouten.all(f, holds_personal_data(f.Locatie))
            c . rule (& rules :: TW_4 , | _ | Some (self . fouten . iter () . all (| f | functions :: never_fails (|| Some (functions :: holds_personal_data (f . locatie . as_ref () ? . as_str ())))))) ;
            // TW-5: Fouten @@ Omschrijving != Locatie && after_sending(this.Tijdstip)
            for (index , item) in self . fouten . iter () . enumerate () { c . item ("Fouten" , index , | c | { c . rule (& rules :: TW_5 , | cx | Some (item . omschrijving . as_str () != item . locatie . as_ref () ? . as_str () && self . tijdstip > cx . sent_at ?)) ; }) ; }
            // TW-6: unique(Fouten.map(f, [f.Foutcode, f.Locatie]))
            c . unique (& rules :: TW_6 , | u | { for (i0 , f) in self . fouten . iter () . enumerate () { if let Some (locatie) = f . locatie . as_ref () { u . add (& [Place :: Item ("Fouten" , i0)] , (f . foutcode . as_str () , locatie . as_str ())) ; } } }) ;
        }
    }

    mod rules {
        use crate::shape::{Rule, Severity, Step};

        pub static TW_0: Rule = Rule { id: "TW-0", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Tijdstip")], reads: & [& [Step :: Element ("Tijdstip")]], needs_sent: true, source: "" };
        pub static TW_1: Rule = Rule { id: "TW-1", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Tijdstip")], reads: & [& [Step :: Element ("Tijdstip")]], needs_sent: true, source: "" };
        pub static TW_2: Rule = Rule { id: "TW-2", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Fouten")], reads: & [& [Step :: Element ("Fouten") , Step :: Items , Step :: Element ("Locatie")] , & [Step :: Element ("Fouten") , Step :: Items , Step :: Element ("Regel")]], needs_sent: false, source: "" };
        pub static TW_3: Rule = Rule { id: "TW-3", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Fouten")], reads: & [& [Step :: Element ("Tijdstip")] , & [Step :: Element ("Fouten") , Step :: Items , Step :: Element ("Regel")]], needs_sent: true, source: "" };
        pub static TW_4: Rule = Rule { id: "TW-4", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Fouten")], reads: & [& [Step :: Element ("Fouten") , Step :: Items , Step :: Element ("Locatie")]], needs_sent: false, source: "" };
        pub static TW_5: Rule = Rule { id: "TW-5", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Omschrijving")], reads: & [& [Step :: Element ("Omschrijving")] , & [Step :: Element ("Locatie")] , & [Step :: Outer , Step :: Element ("Tijdstip")]], needs_sent: true, source: "" };
        pub static TW_6: Rule = Rule { id: "TW-6", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Fouten")], reads: & [& [Step :: Element ("Fouten") , Step :: Items , Step :: Element ("Foutcode")] , & [Step :: Element ("Fouten") , Step :: Items , Step :: Element ("Locatie")]], needs_sent: false, source: "" };
    }
}

mod t5 {
    use crate::bericht::v2_0::*;
    use crate::check::{Checker, Place, functions};
    use rust_decimal::Decimal;

    impl super::super::Twins for Berichtheader {
        fn twins(&self, c: &mut Checker<'_>) {
            // TW-0: Afzender != Ontvanger
            c . rule (& rules :: TW_0 , | _ | Some (self . afzender != self . ontvanger)) ;
            // TW-1: ConversatieReferentienummer == Afzender
            c . rule (& rules :: TW_1 , | _ | Some (self . conversatie_referentienummer == self . afzender)) ;
            // TW-2: VerzondenOp < VerzondenOp
            c . rule (& rules :: TW_2 , | _ | Some (self . verzonden_op < self . verzonden_op)) ;
            // TW-3: VerzondenOp >= VerzondenOp
            c . rule (& rules :: TW_3 , | _ | Some (self . verzonden_op >= self . verzonden_op)) ;
            // TW-4: after_sending(VerzondenOp)
            c . rule (& rules :: TW_4 , | cx | Some (self . verzonden_op > cx . sent_at ?)) ;
            // TW-5: Toestemmingsverklaring.Inhoud == BeschikkingBewind.Inhoud
            c . rule (& rules :: TW_5 , | _ | Some (self . toestemmingsverklaring . as_ref () ? . inhoud == self . beschikking_bewind . as_ref () ? . inhoud)) ;
            // TW-6: Toestemmingsverklaring.MimeType != BeschikkingBewind.MimeType
            c . rule (& rules :: TW_6 , | _ | Some (self . toestemmingsverklaring . as_ref () ? . mime_type != self . beschikking_bewind . as_ref () ? . mime_type)) ;
            // TW-7: Toestemmingsverklaring.Documentdatum <= sent && BeschikkingBewind.Documentdatum <= sent
            c . rule (& rules :: TW_7 , | cx | Some (self . toestemmingsverklaring . as_ref () ? . documentdatum ? <= cx . sent ? && self . beschikking_bewind . as_ref () ? . documentdatum ? <= cx . sent ?)) ;
            // TW-8: Test || AfzenderType == 'SE'
            c . rule (& rules :: TW_8 , | _ | Some (self . test ? || self . afzender_type == TypeDeelnemer :: SE)) ;
            // TW-9: Module in ['schuldregeling'] && Release == '2.0'
            c . rule (& rules :: TW_9 , | _ | Some (self . module == Module :: Schuldregeling && self . release . as_str () == "2.0")) ;
        }
    }

    mod rules {
        use crate::shape::{Rule, Severity, Step};

        pub static TW_0: Rule = Rule { id: "TW-0", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Afzender")], reads: & [& [Step :: Element ("Afzender")] , & [Step :: Element ("Ontvanger")]], needs_sent: false, source: "" };
        pub static TW_1: Rule = Rule { id: "TW-1", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("ConversatieReferentienummer")], reads: & [& [Step :: Element ("ConversatieReferentienummer")] , & [Step :: Element ("Afzender")]], needs_sent: false, source: "" };
        pub static TW_2: Rule = Rule { id: "TW-2", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("VerzondenOp")], reads: & [& [Step :: Element ("VerzondenOp")]], needs_sent: false, source: "" };
        pub static TW_3: Rule = Rule { id: "TW-3", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("VerzondenOp")], reads: & [& [Step :: Element ("VerzondenOp")]], needs_sent: false, source: "" };
        pub static TW_4: Rule = Rule { id: "TW-4", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("VerzondenOp")], reads: & [& [Step :: Element ("VerzondenOp")]], needs_sent: true, source: "" };
        pub static TW_5: Rule = Rule { id: "TW-5", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Toestemmingsverklaring") , Step :: Element ("Inhoud")], reads: & [& [Step :: Element ("Toestemmingsverklaring") , Step :: Element ("Inhoud")] , & [Step :: Element ("BeschikkingBewind") , Step :: Element ("Inhoud")]], needs_sent: false, source: "" };
        pub static TW_6: Rule = Rule { id: "TW-6", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Toestemmingsverklaring") , Step :: Element ("MimeType")], reads: & [& [Step :: Element ("Toestemmingsverklaring") , Step :: Element ("MimeType")] , & [Step :: Element ("BeschikkingBewind") , Step :: Element ("MimeType")]], needs_sent: false, source: "" };
        pub static TW_7: Rule = Rule { id: "TW-7", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Toestemmingsverklaring") , Step :: Element ("Documentdatum")], reads: & [& [Step :: Element ("Toestemmingsverklaring") , Step :: Element ("Documentdatum")] , & [Step :: Element ("BeschikkingBewind") , Step :: Element ("Documentdatum")]], needs_sent: true, source: "" };
        pub static TW_8: Rule = Rule { id: "TW-8", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Test")], reads: & [& [Step :: Element ("Test")] , & [Step :: Element ("AfzenderType")]], needs_sent: false, source: "" };
        pub static TW_9: Rule = Rule { id: "TW-9", severity: Severity::Error, nl: "", en: "", help_nl: "", help_en: "", cel: "", at: & [Step :: Element ("Module")], reads: & [& [Step :: Element ("Module")] , & [Step :: Element ("Release")]], needs_sent: false, source: "" };
    }
}

pub fn check(table: &str, d: &mut crate::check::pull::TreeDecoder<'_, '_>, c: &mut crate::check::Checker<'_>) -> Option<()> {
    match table {
        "schuldinventarisatie/2.0/SaldoverzoekAntwoord" => super::on::<crate::schuldinventarisatie::v2_0::SaldoverzoekAntwoord>(d, c),
        "schuldregeling/2.0/Betaalvoorstel" => super::on::<crate::schuldregeling::v2_0::Betaalvoorstel>(d, c),
        "schuldregeling/3.0/Hercontrole" => super::on::<crate::schuldregeling::v3_0::Hercontrole>(d, c),
        "vroegsignalering/2.0/Vroegsignaal" => super::on::<crate::vroegsignalering::v2_0::Vroegsignaal>(d, c),
        "schuldregeling/2.0/Foutbericht" => super::on::<crate::schuldregeling::v2_0::Foutbericht>(d, c),
        "Berichtheader" => super::on::<crate::bericht::v2_0::Berichtheader>(d, c),
        _ => None,
    }
}
