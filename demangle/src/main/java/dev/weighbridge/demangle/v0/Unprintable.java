package dev.weighbridge.demangle.v0;

/**
 * The characters above ASCII that {@code char::escape_debug} of Rust 1.95 (Unicode 17) escapes:
 * controls, formats, unassigned and private ones, spaces, and those that extend a grapheme.
 *
 * <p>The JDK's own tables are of another Unicode version on each JDK, and the same name has to give
 * the same text on all of them. The class is loaded only when a name holds such a character in a
 * string or character constant, which no stable Rust can produce.
 */
final class Unprintable {
  /**
   * The borders of the ranges in turn, first in, first out, first in ..., each as the distance from
   * the border before, beginning at U+0080. A distance is written in base 32, most significant
   * digit first: {@code '?'} plus the digit, plus 32 if another digit follows.
   */
  private static final String DISTANCES =
      "?`@K@qQbOGAECF@@@S@f?FdE@`EA`QAB`M@@@A@A@HZCEPIJ@@`MTO@bDG@EAA@C`?A@@]\\aXJ@M`JHFBWC@H@B"
          + "@FN@XD@@JD`?O`I`X`V@@@CGC@BFIA\\@A@GAAAU@F@@BCB@@AEAAA@@LA@BCWD@@ECAAU@F@A@A@ACBWC@@FIAB"
          + "@@K@@H@B@U@F@A@DBCG@@AB@NACKF@GA@GAAAU@F@A@DB@A@EAAANA@BCQJ@@EBB@CBA@@@ABABBBKD@@ABB@BB@"
          + "TTEB@G@B@V@OB@BCRB@AAACIFI@J@B@V@I@DBAA@@AVB@ACI@BMJ@B@`HA@@ADB@B@ACB@ICYAA@QBW@H@@AFHAE"
          + "FFIABK`O@AJGGL`DA@@@D@W@@@I@AH@AD@@HIAC`?WAZ@@@@@M@`CQ@D@AD`PG@E@L`D`LC@E@AAAXACBOCL@AAE"
          + "@N@`G@@D@AjX@CAF@@@CA`H@CA`@@CAF@@@CAN@`X@CAaBD\\BYEaUAEAs?@[BaXFQLRBAHQML@BN`SA@FG@AJHB"
          + "IEIEJDIEaXFDA`A@@DaEI^CCABCA@EF@B`IADJ`KCYEJB`XAAB`W@@H@@AGELIEIEMaU`OICBG@\\HKA`?CAE`W@"
          + "@AB@@L`OGADNB`]D`JAJJ@L@FC@E@BA@De?a?gUAEA`EAEAG@@@@@@@^A`T@N@MAE@RAB@HPWG`NPAAZ@LB`A`]c"
          + "KCsYUJT`wSAjXBAD`L@@D@A`WFANVHF@F@F@F@F@F@F@F`@a]`AY@aXKeUYO@`HEO@aUCbDD`J@a]@aUH`O@{rLB"
          + "`VHi[S`NC@I`?AaOAEGe\\SP@B@C@XADCIE`WGaCIKWL@`EGXJ@K]E`O@ACAAA@L@JCF@X@`HEAAAJB@G@@AIA`?"
          + "@`R@@BAADA@@@WPAGJEAEAEHF@F@`[CbT@A@CBIEi|CKVC`PggCjMAbI`EFKDD@@W@D@@@A@A@sI`?OOIU`B@R@C"
          + "CD@cFCc\\A^BEAEAEABBF@FLAAK@Y@R@A@NAM`AbZDBC`LBaW@LB@`N`LcB\\B`POZC`CH]D`EI]@`DCM`Ic]AIE"
          + "`CC`CC`GG`SJK@N@F@A@J@N@F@AB`SKhVHUIGWE@`I@HaDEA@@`K@AB@AV@aGGH`OR@AD`@BZDZ`E`WCSA`NNC@B"
          + "@\\IHFHFa?`?`DEKH`UB\\AZDYFCKFaOaH`V`RL`RF`IKIE`EGWGAeO^@`IB@AAOEGH`F`GGUJHUQCC`E[SVH@@`"
          + "UNFC]@AA@K`PCAAA@CMXFIH`CD@HQG`B@BJ`SH@@GCA@O@SJQ@[BACE@A`^F@@@C@N@JE`N@BLIGA@GAAAU@F@A@"
          + "DB@@@@CAAAAB@KF[I@@A@@`E@@@AN@@AB@@B@A`F`WGAB@@T@@@B]`O@AE@@A@@A@ACGIdE`N@AECA@AZ`C`RGA@"
          + "@ACJIELR`J@@@AGAEIES[ZB@@AC@HVdX`NH@A@bCaRKGA@AG@A@W@D@AEC@BHIaEGA`IGC@CZ@I`GEACGH@EAB`M"
          + "L@AHLaHFIaV@B@@@aW`AMIEH@`EM@@EI\\B`?X@F@A@aJF@A@`ET@HIEE@A@`DCA@@@@FIE`KCIfURACHN@`CGAB"
          + "VaU@N`QL{ZbEbN@DJeCaqKbBL``OPEXb{ZDqFetX]KBBI`uEpXF^@ICaP@IE]F@I`OFNII@F@TDRlO`YeEaZDXAX"
          + "`KaJD`WJLa?CMDHfeU`H`?b@bRgn\\C@F@A@hBN@\\BA@MCGkKagCbJDLBHFIA@A@bz?f\\BlSEVNPa^bS`[fUI`"
          + "FA`[DBUAF]C`\\TaAB@bYSKSKaVHXcFaT@aF@AA@AAAC@K@@@F@a@@CAG@F@[@C@D@@BF@iSAhCApQ`VC`QG@M@F"
          + "`bS^EEgD`]cQ`LIFAICAi?]Q`KCID@mO[CIeU]AJC@e?^@B@A@FADHAf?F@C@A@N@eDAH`OaCF@CICAwPaCaK`\\"
          + "eAC@Z@A@@A@@I@C@@@@E@C@@@@@@B@A@@A@@@@@@@@@@A@@AC@F@C@C@@@I@PDB@D@P`SAgM`KCbCKNAN@N@`DId"
          + "M`W\\L`KCHFAMEcY}XBPBLBeYEKC@NKC`WGIE`GG]AKCAMH`FiWGMALBJB`X@@COAKCIFcR@bF`_D`hv?`?cg]Ad"
          + "sMAfhPNrMalAo]`nAcyJDghIzq{E";

  private Unprintable() {}

  static boolean contains(int c) {
    boolean inside = false;
    int border = 0x80;
    int distance = 0;
    for (int i = 0; i < DISTANCES.length(); i++) {
      int digit = DISTANCES.charAt(i) - '?';
      distance = (distance << 5) | (digit & 0x1f);
      if (digit < 0x20) {
        border += distance;
        distance = 0;
        if (c < border) {
          return inside;
        }
        inside = !inside;
      }
    }
    return inside;
  }
}
