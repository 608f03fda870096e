"""In which order ECMA-376 (transitional) has the children of what stands in a report, element by element.

A name may stand once; name+ as often as wanted; a|b either of them; * anything else. Parents are named with the prefix
of their namespace, children by their local name."""

SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://schemas.microsoft.com/office/drawing/2012/chart": "c15",
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": "ap",
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": "op",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "http://schemas.openxmlformats.org/package/2006/relationships": "pr",
    "http://schemas.openxmlformats.org/officeDocument/2006/customXml": "ds",
}

_SIDES = "top left|start bottom right|end"
_SHOWN = "showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator"
_AXIS = (
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr"
    " txPr crossAx crosses|crossesAt"
)
_FILL = "noFill|solidFill|gradFill|blipFill|pattFill|grpFill"
_RUN_LOOKS = f"ln {_FILL} effectLst highlight uLnTx|uLn uFillTx|uFill latin ea cs sym hlinkClick extLst"

_DOCUMENT = {
    "w:document": "background body",
    "w:body": "* sectPr",
    "w:hdr": "*",
    "w:ftr": "*",
    "w:p": "pPr *",
    "w:r": "rPr *",
    "w:hyperlink": "*",
    "w:fldSimple": "*",
    "w:drawing": "inline|anchor+",
    "w:pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
        " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
        " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
        " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "w:rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid"
        " vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs"
        " em lang eastAsianLayout specVanish oMath"
    ),
    "w:numPr": "ilvl numId numberingChange ins",
    "w:pBdr": "top left bottom right between bar",
    "w:tabs": "tab+",
    "w:tbl": "tblPr tblGrid *",
    "w:tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd"
        " tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
    ),
    "w:tblGrid": "gridCol+ tblGridChange",
    "w:tblBorders": f"{_SIDES} insideH insideV",
    "w:tblCellMar": _SIDES,
    "w:tr": "tblPrEx trPr *",
    "w:trPr": "cnfStyle|divId|gridBefore|gridAfter|wBefore|wAfter|cantSplit|trHeight|tblHeader|jc|hidden+ ins del",
    "w:tc": "tcPr *",
    "w:tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
    ),
    "w:tcBorders": f"{_SIDES} insideH insideV tl2br tr2bl",
    "w:tcMar": _SIDES,
    "w:sectPr": (
        "headerReference|footerReference+ footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType"
        " cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
    ),
    "w:sdt": "sdtPr sdtEndPr sdtContent",
    "w:sdtPr": (
        "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex"
        " equation|comboBox|date|docPartObj|docPartList|dropDownList|picture|richText|text|citation|group|bibliography"
    ),
    "w:sdtContent": "*",
}

_OTHER_PARTS = {
    "w:numbering": "numPicBullet+ abstractNum+ num+ numIdMacAtCleanup",
    "w:abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl+",
    "w:lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "w:num": "abstractNumId lvlOverride+",
    "w:lvlOverride": "startOverride lvl",
    "w:styles": "docDefaults latentStyles style+",
    "w:docDefaults": "rPrDefault pPrDefault",
    "w:rPrDefault": "rPr",
    "w:pPrDefault": "pPr",
    "w:style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked"
        " personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr+"
    ),
    "w:settings": (
        "writeProtection view zoom removePersonalInformation removeDateAndTime embedTrueTypeFonts embedSystemFonts"
        " saveSubsetFonts mirrorMargins hideSpellingErrors hideGrammaticalErrors proofState attachedTemplate"
        " linkStyles trackRevisions documentProtection defaultTabStop autoHyphenation evenAndOddHeaders"
        " characterSpacingControl hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr themeFontLang"
        " clrSchemeMapping shapeDefaults decimalSymbol listSeparator"
    ),
    "w:compat": "compatSetting+",
    "w:fonts": "font+",
    "w:font": (
        "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic"
    ),
    "ap:Properties": "*",
    "op:Properties": "property+",
    "op:property": "*",
    "cp:coreProperties": (
        "category|contentStatus|created|creator|description|identifier|keywords|language|lastModifiedBy|lastPrinted|"
        "modified|revision|subject|title|version+"
    ),
    "ct:Types": "Default|Override+",
    "pr:Relationships": "Relationship+",
    "ds:datastoreItem": "schemaRefs",
    "ds:schemaRefs": "schemaRef+",
}

_CHARTS = {
    "wp:inline": "extent effectExtent docPr cNvGraphicFramePr graphic",
    "a:graphic": "graphicData",
    "a:graphicData": "*",
    "c:chartSpace": (
        "date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings"
        " userShapes extLst"
    ),
    "c:chart": (
        "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs"
        " showDLblsOverMax extLst"
    ),
    "c:plotArea": "layout barChart|lineChart+ catAx|valAx|dateAx|serAx+ dTable spPr extLst",
    "c:layout": "manualLayout extLst",
    "c:manualLayout": "layoutTarget xMode yMode wMode hMode x y w h extLst",
    "c:barChart": "barDir grouping varyColors ser+ dLbls gapWidth overlap serLines+ axId+ extLst",
    "c:lineChart": "grouping varyColors ser+ dLbls dropLines hiLowLines upDownBars marker smooth axId+ extLst",
    "c:ser": (
        "idx order tx spPr invertIfNegative|marker pictureOptions dPt+ dLbls trendline+ errBars cat val smooth|shape"
        " extLst"
    ),
    "c:marker": "symbol size spPr extLst",
    "c:tx": "strRef|rich|v",
    "c:cat": "strRef|numRef|strLit|numLit",
    "c:val": "numRef|numLit",
    "c:strRef": "f strCache extLst",
    "c:numRef": "f numCache extLst",
    "c:strCache": "ptCount pt+ extLst",
    "c:numCache": "formatCode ptCount pt+ extLst",
    "c:pt": "v",
    "c:dLbls": f"dLbl+ delete|numFmt spPr txPr dLblPos {_SHOWN} showLeaderLines leaderLines extLst",
    "c:dLbl": f"idx delete|layout tx numFmt spPr txPr dLblPos {_SHOWN} extLst",
    "c:catAx": f"{_AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst",
    "c:valAx": f"{_AXIS} crossBetween majorUnit minorUnit dispUnits extLst",
    "c:scaling": "logBase orientation max min extLst",
    "c:majorGridlines": "spPr",
    "c:title": "tx layout overlay spPr txPr extLst",
    "c:legend": "legendPos legendEntry+ layout overlay spPr txPr extLst",
    "c:spPr": f"xfrm custGeom|prstGeom {_FILL} ln effectLst extLst",
    "c:txPr": "bodyPr lstStyle p+",
    "c:rich": "bodyPr lstStyle p+",
    "c:externalData": "autoUpdate",
    "c:extLst": "ext+",
    "c:ext": "*",
    "c15:datalabelsRange": "f dlblRangeCache",
    "c15:dlblRangeCache": "ptCount pt+",
    "a:p": "pPr r|br|fld+ endParaRPr",
    "a:r": "rPr t",
    "a:fld": "rPr pPr t",
    "a:pPr": "lnSpc spcBef spcAft buNone tabLst defRPr extLst",
    "a:defRPr": _RUN_LOOKS,
    "a:rPr": _RUN_LOOKS,
    "a:ln": "noFill|solidFill|gradFill|pattFill prstDash|custDash round|bevel|miter headEnd tailEnd extLst",
    "a:solidFill": "srgbClr|schemeClr|sysClr|prstClr",
    "a:pattFill": "fgClr bgClr",
    "a:fgClr": "srgbClr|schemeClr|sysClr|prstClr",
    "a:bgClr": "srgbClr|schemeClr|sysClr|prstClr",
}

SEQUENCES = _DOCUMENT | _OTHER_PARTS | _CHARTS
